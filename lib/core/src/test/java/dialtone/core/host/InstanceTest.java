package dialtone.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.web.WebRequest;
import dialtone.testkit.TwilioRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTest {
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "__OW_API_HOST", "https://faas-nyc1-1.doserverless.co",
              "__OW_NAMESPACE", "fn-1",
              "__OW_ACTION_NAME", "/fn-1/dialplans/outgoing"));

  @Test
  void anInstanceThatNobodyNamedIsDev() {
    assertThat(instance("").name()).isEqualTo("dev");
  }

  @Test
  void theSettingNamesItAndTheUrlWinsOverTheSetting() {
    variables.put("INSTANCE", "stage");

    assertThat(instance("").name()).isEqualTo("stage");
    assertThat(instance("instance=prod").name()).isEqualTo("prod");
    assertThat(instance("instance=").name()).isEqualTo("stage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "-a", "a-", "a/b", "%3Cx%3E", "a%20b", "PROD"})
  void whatIsNoNameIsNotTakenFromTheUrl(String value) {
    assertThat(instance("instance=" + value).name()).isEqualTo("dev");
  }

  @Test
  void thePublicUrlIsTheOneThatWasCalled() {
    assertThat(instance("a=%2b&instance=prod").publicUrl(request("a=%2b&instance=prod")))
        .contains(
            "https://faas-nyc1-1.doserverless.co/api/v1/web/fn-1/dialplans/outgoing?a=%2b&instance=prod");
  }

  @ParameterizedTest
  @CsvSource({
    "https://voice.example.com, https://voice.example.com",
    "https://voice.example.com/, https://voice.example.com",
    "voice.example.com, https://voice.example.com",
    "http://127.0.0.1:8080, http://127.0.0.1:8080"
  })
  void publicUrlReplacesTheHost(String setting, String base) {
    variables.put("PUBLIC_URL", setting);

    assertThat(instance("").publicUrl(request("")))
        .contains(base + "/api/v1/web/fn-1/dialplans/outgoing");
  }

  @Test
  void aSiblingHandsTheInstanceOnOnlyIfTheUrlNamedIt() {
    variables.put("INSTANCE", "stage");
    String siblings = "https://faas-nyc1-1.doserverless.co/api/v1/web/fn-1/dialplans/";

    assertThat(instance("").sibling("dial_status")).hasToString(siblings + "dial_status");
    assertThat(instance("instance=prod").sibling("dial_status"))
        .hasToString(siblings + "dial_status?instance=prod");
  }

  @Test
  void siblingsStayInTheirPackage() {
    variables.put("__OW_ACTION_NAME", "/fn-1/dialplans2/outgoing");

    assertThat(instance("").sibling("reject").getPath())
        .isEqualTo("/api/v1/web/fn-1/dialplans2/reject");
  }

  @Test
  void withoutAHostTheSiblingIsRelative() {
    variables.clear();

    assertThat(instance("").sibling("dial_status")).hasToString("dial_status");
    assertThat(instance("instance=prod").sibling("dial_status"))
        .hasToString("dial_status?instance=prod");
    assertThat(instance("").publicUrl(request(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "https://", "a b", "https://a b/"})
  void aPublicUrlThatIsNoneIsNotUsed(String setting) {
    variables.put("PUBLIC_URL", setting);

    assertThat(instance("").base()).contains("https://faas-nyc1-1.doserverless.co/api/v1/web/fn-1");
  }

  @Test
  void anEmergencyCallNeedsAnActionUrlEvenInANamespaceThatFitsNoUrl() {
    variables.put("__OW_NAMESPACE", "a b");

    assertThat(instance("").sibling("dial_status")).hasToString("dial_status");
  }

  @Test
  void theNamespaceIsAlsoTakenFromTheActionsName() {
    variables.remove("__OW_NAMESPACE");

    assertThat(instance("").publicUrl(request("")).orElseThrow()).contains("/web/fn-1/");
  }

  @Test
  void theNameIsFilledIn() {
    assertThat(instance("instance=prod").fillIn("pbx-{instance}.example.com"))
        .isEqualTo("pbx-prod.example.com");
  }

  private Instance instance(String query) {
    return Instance.of(
        name -> Optional.ofNullable(variables.get(name)), request(query), "dialplans/outgoing");
  }

  private static WebRequest request(String query) {
    return WebRequest.of(TwilioRequest.empty().withQuery(query).digitalOceanRaw());
  }
}
