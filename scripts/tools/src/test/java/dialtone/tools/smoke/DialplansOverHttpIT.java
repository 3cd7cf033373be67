package dialtone.tools.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import dialtone.testkit.TwimlAssert;
import dialtone.tools.Checkout;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.EventShape;
import dialtone.tools.server.LocalServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the dialplans over HTTP: with each shape of event that a host makes of a request,
 * with and without what can be left out of the settings.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DialplansOverHttpIT {
  private static final String TOKEN = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";
  private static final Map<String, String> ALL = Map.of("TWILIO_AUTH_TOKEN", TOKEN);
  private static final Map<String, String> FEW =
      Map.of("SIP_SERVER", "-", "TIME_LIMIT_SECONDS", "60", "INSTANCE", "stage");

  private final List<Running> instances = new ArrayList<>();

  @BeforeAll
  void start() throws Exception {
    for (EventShape events : EventShape.values()) {
      for (Web web : new Web[] {Web.RAW, Web.PARSED}) {
        instances.add(Running.with(events, web, ALL, ""));
      }
    }
    instances.add(Running.with(EventShape.DIGITALOCEAN, Web.RAW, ALL, "instance=prod"));
    instances.add(Running.with(EventShape.OPENWHISK, Web.PARSED, ALL, "instance=prod"));
    instances.add(
        Running.with(
            EventShape.DIGITALOCEAN, Web.RAW, Map.of("INSTANCE", "dev", "SIP_SERVER", "-"), ""));
    Map<String, String> few = new java.util.HashMap<>(FEW);
    few.putAll(ALL);
    instances.add(Running.with(EventShape.DIGITALOCEAN, Web.RAW, few, ""));
  }

  @AfterAll
  void stop() {
    instances.forEach(each -> each.server.close());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowIsAnsweredAsTheDialplansSay(Running instance, DialplanCase row) throws Exception {
    TwilioRequest request = instance.cast.filledIn(row.request()).withQuery(instance.query);
    HttpResponse<String> answer = instance.functions.post(row.function(), request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
    TwimlAssert.assertThatTwiml(answer.body())
        .isWellFormed()
        .isResponse(instance.cast.filledIn(row.verbs()));
  }

  @ParameterizedTest
  @MethodSource("signed")
  void aWrongSignatureIsForbidden(Running instance) throws Exception {
    TwilioRequest forged =
        TwilioRequest.fromSip("alice", "5035551212")
            .signed("another token", instance.functions.publicUrl("outgoing"));
    assertThat(instance.functions.postAsIs("outgoing", forged).statusCode()).isEqualTo(403);
    TwilioRequest unsigned = TwilioRequest.fromSip("alice", "5035551212");
    assertThat(instance.functions.postAsIs("outgoing", unsigned).statusCode()).isEqualTo(403);
  }

  Stream<Arguments> rows() {
    return instances.stream()
        .flatMap(
            instance ->
                DialplanCases.all().stream()
                    .filter(row -> row.applies().test(instance.cast))
                    .map(row -> Arguments.of(instance, row)));
  }

  Stream<Running> signed() {
    return instances.stream().filter(each -> each.token.isPresent());
  }

  /** A server and who is who on it. */
  private record Running(
      String name,
      LocalServer server,
      RunningInstance functions,
      Cast cast,
      String query,
      Optional<String> token) {

    static Running with(EventShape events, Web web, Map<String, String> settings, String query)
        throws Exception {
      Project project = Checkout.project(web);
      Variables variables = Checkout.variables(settings);
      LocalServer server =
          LocalServer.of(project, variables)
              .events(events)
              .start(new ClassLoaderContainers(project));
      Optional<String> token = variables.get("TWILIO_AUTH_TOKEN");
      String base = server.url() + "/api/v1/web/local";
      RunningInstance functions = new RunningInstance(base, base, token);
      String suffix = query.isEmpty() ? "" : "?" + query;
      Cast cast =
          new Cast(
              new BundledDirectory().directory(),
              variables::get,
              query.isEmpty()
                  ? variables.get("INSTANCE").orElse("dev")
                  : query.substring(query.indexOf('=') + 1),
              functions.publicUrl("dial_status") + suffix);
      String name = events + " " + web + " " + settings.keySet() + " " + query;
      return new Running(name, server, functions, cast, query, token);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
