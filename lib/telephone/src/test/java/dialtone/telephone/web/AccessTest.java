package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final NewToken WRITER = NewToken.make("exchange", true, new SecureRandom());
  private static final NewToken READER = NewToken.make("reporting", false, new SecureRandom());
  private static final String START =
      Telephone.start("c1", "2026-10-03T10:00:00-07:00", "alice", "bob");

  private final Telephone telephone =
      new Telephone(
          Map.of("INSTANCE", "prod", "TELEPHONE_TOKENS", WRITER.entry() + ", " + READER.entry()));

  @Test
  void aTokenThatMayWritePostsAndReads() {
    assertThat(post(WRITER.token()).status()).isEqualTo(201);
    assertThat(get("/calls/c1", WRITER.token()).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatMayReadReadsOnly() {
    assertThat(get("/calls", READER.token()).status()).isEqualTo(200);
    assertThat(post(READER.token()).status()).isEqualTo(403);
    assertThat(get("/calls/c1", WRITER.token()).status()).as("nothing is stored").isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/registry", "/calls", "/bills/alice", "/task", "/task/nobody", "/bills/ /"})
  void withoutATokenNothingElseIsLookedAt(String path) {
    Answer answer = telephone.get(path.replace(" ", "alice"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "", " ", "exchange", "Basic YTpi"})
  void anUnknownTokenIsRefused(String token) {
    assertThat(get("/calls", token).status()).isEqualTo(401);
  }

  @Test
  void theHashIsNoToken() {
    String hash = WRITER.entry().substring(WRITER.entry().lastIndexOf(':') + 1);

    assertThat(get("/calls", hash).status()).isEqualTo(401);
    assertThat(WRITER.entry()).doesNotContain(WRITER.token());
  }

  @Test
  void anotherMethodIsRefusedBeforeItIsLookedAt() {
    assertThat(telephone.call("POST", "/calls", "", Map.of()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/redoc", "/openapi", "/docs/openapi.json"})
  void theDocsArePublic(String path) {
    assertThat(telephone.get(path).status()).isEqualTo(200);
  }

  @Test
  void withoutAnyTokenOnlyDevAnswers() {
    assertThat(new Telephone(Map.of("INSTANCE", "dev")).get("/calls").status()).isEqualTo(200);
    assertThat(new Telephone().get("/calls").status()).isEqualTo(200);
    assertThat(new Telephone(Map.of("INSTANCE", "stage")).get("/calls").status()).isEqualTo(401);
    assertThat(new Telephone(Map.of("INSTANCE", "stage")).get("/calls?instance=dev").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "a:write:secret", "a:admin:00", ":read:", "a b"})
  void aMalformedSettingLetsNobodyInAndIsNotRepeated(String setting) {
    Telephone dev = new Telephone(Map.of("INSTANCE", "dev", "TELEPHONE_TOKENS", setting));

    assertThat(dev.get("/calls").status()).isEqualTo(401);
    assertThat(dev.log()).contains("of setting TELEPHONE_TOKENS is not").doesNotContain("secret");
  }

  @Test
  void aDirectInvocationHasShownTheNamespacesKey() {
    Answer answer = telephone.invoke("worker", new JsonObject());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(json(answer).get("finished").getAsInt()).isZero();
  }

  @Test
  void aTokenForNoNameIsNotMade() {
    assertThatThrownBy(() -> NewToken.make("a b", true, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutATableWhoeverIsLetInIsToldTheSetting() {
    Telephone without = new Telephone(Map.of("AWS_REGION", "us-west-2"), Map.of("INSTANCE", "dev"));
    Answer answer = without.get("/calls");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(json(answer).get("detail").getAsString()).contains("CALLS_TABLE is not set");
  }

  private Answer post(String token) {
    return telephone.call("POST", "/registry", START, Map.of("authorization", "Bearer " + token));
  }

  private Answer get(String path, String token) {
    return telephone.get(path, Map.of("authorization", "Bearer " + token));
  }
}
