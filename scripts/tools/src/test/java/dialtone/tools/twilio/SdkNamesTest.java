package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.ApplicationCreator;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.rest.api.v2010.account.sip.CredentialList;
import com.twilio.rest.api.v2010.account.sip.Domain;
import com.twilio.rest.api.v2010.account.sip.DomainCreator;
import com.twilio.rest.api.v2010.account.sip.DomainUpdater;
import com.twilio.rest.api.v2010.account.sip.IpAccessControlList;
import com.twilio.rest.api.v2010.account.sip.credentiallist.Credential;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtypecalls.AuthCallsCredentialListMapping;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtypecalls.AuthCallsIpAccessControlListMapping;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtyperegistrations.AuthRegistrationsCredentialListMapping;
import com.twilio.rest.api.v2010.account.sip.ipaccesscontrollist.IpAddress;
import com.twilio.rest.studio.v2.Flow;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import dialtone.tools.twilio.StandInTwilio.Seen;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request is one that the SDK's own classes would make. */
class SdkNamesTest {
  /** The SDK's resources; beside each are the classes that make its requests. */
  private static final List<Class<?>> RESOURCES =
      List.of(
          CredentialList.class,
          Credential.class,
          IpAccessControlList.class,
          IpAddress.class,
          Application.class,
          Domain.class,
          AuthCallsCredentialListMapping.class,
          AuthCallsIpAccessControlListMapping.class,
          AuthRegistrationsCredentialListMapping.class,
          IncomingPhoneNumber.class,
          Workspace.class,
          TaskQueue.class,
          Worker.class,
          Workflow.class,
          Flow.class);

  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void everyRequestHasThePathAndOnlyParametersOfTheSdks() throws Exception {
    Map<String, Set<String>> sdk = sdkRequests();
    List<Seen> requests = aWholeLifeOfTheSampleFile();

    for (Seen request : requests) {
      String url = request.method() + " " + url(request);
      assertThat(sdk).as("the SDK's requests").containsKey(url);
      assertThat(sdk.get(url)).as(url).containsAll(request.form().keySet());
    }
    assertThat(requests.stream().map(each -> each.method() + " " + url(each)).distinct())
        .as("each kind is listed, made and read back, and most are changed and deleted")
        .hasSizeGreaterThan(3 * RESOURCES.size());
  }

  @Test
  void everyAttributeOfTheNamedKindsIsOneOfTheSdks() throws Exception {
    assertThat(parameters(ApplicationCreator.class, ApplicationUpdater.class))
        .containsAll(ApiAttributes.OF.get(Kind.APPLICATION));
    assertThat(parameters(DomainCreator.class, DomainUpdater.class))
        .containsAll(ApiAttributes.OF.get(Kind.DOMAIN));
    assertThat(parameters(IncomingPhoneNumberUpdater.class))
        .containsAll(ApiAttributes.OF.get(Kind.PHONE_NUMBER));
  }

  @Test
  void everyAttributeIsInTwiliosAnswersUnderTheNameThatIsComparedWith() {
    assertThat(properties(Application.class)).containsAll(compared(Kind.APPLICATION));
    assertThat(properties(Domain.class)).containsAll(compared(Kind.DOMAIN));
    assertThat(properties(IncomingPhoneNumber.class)).containsAll(compared(Kind.PHONE_NUMBER));
  }

  private static Map<String, Set<String>> sdkRequests() throws ReflectiveOperationException {
    Map<String, Set<String>> requests = new TreeMap<>();
    for (Class<?> resource : RESOURCES) {
      for (String verb : List.of("Creator", "Reader", "Fetcher", "Updater", "Deleter")) {
        Optional<Class<?>> call = find(resource.getName() + verb);
        if (call.isPresent()) {
          SdkRequest request = SdkRequest.of(call.get());
          requests
              .computeIfAbsent(request.method() + " " + request.url(), url -> new TreeSet<>())
              .addAll(request.parameters());
        }
      }
    }
    return requests;
  }

  /** Not everything can be changed or made. */
  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private List<Seen> aWholeLifeOfTheSampleFile() throws IOException {
    TwilioDesk desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
    desk.run("up", "--stack", "dev", "--yes");
    List<Seen> seen = new ArrayList<>(twilio.seen());
    for (String list : List.of("SIP/Domains", "Applications", "IncomingPhoneNumbers")) {
      twilio.all(TwilioDesk.LISTS + list).get(0).addProperty("friendly_name", "");
    }
    twilio.all(TwilioDesk.LISTS + "SIP/Domains").get(0).addProperty("voice_url", "");
    twilio
        .all(TwilioDesk.LISTS + "Applications")
        .get(0)
        .addProperty("friendly_name", "dialtone-dev");
    twilio.all(TwilioDesk.LISTS + "Applications").get(0).addProperty("voice_url", "");
    twilio.all("studio/v2/Flows").get(0).addProperty("status", "draft");
    String list = Live.sid(twilio.all(TwilioDesk.LISTS + "SIP/IpAccessControlLists").get(0));
    twilio
        .all(TwilioDesk.LISTS + "SIP/IpAccessControlLists/" + list + "/IpAddresses")
        .get(0)
        .addProperty("cidr_prefix_length", 24);
    desk.run("up", "--stack", "dev", "--yes");
    desk.type(
        "+15035550101\nexample-dev.sip.twilio.com\ndev\n",
        "destroy",
        "--stack",
        "dev",
        "--delete-sip-domains",
        "--release-phone-numbers");
    assertThat(twilio.size()).isZero();
    seen.addAll(twilio.seen());
    return seen;
  }

  private static String url(Seen request) {
    int slash = request.path().indexOf('/');
    String product = request.path().substring(0, slash);
    String path = request.path().substring(slash).replaceAll("/(?!AC)[A-Z]{2}[0-9a-f]{32}", "/*");
    return "https://" + product + ".twilio.com" + path + (product.equals("api") ? ".json" : "");
  }

  private static Set<String> parameters(Class<?>... calls) throws ReflectiveOperationException {
    Set<String> parameters = new TreeSet<>();
    for (Class<?> call : calls) {
      parameters.addAll(SdkRequest.of(call).parameters());
    }
    return parameters;
  }

  private static List<String> compared(Kind kind) {
    return ApiAttributes.OF.get(kind).stream().map(AttributeName::property).toList();
  }

  private static Set<String> properties(Class<?> resource) {
    Set<String> properties = new TreeSet<>();
    for (Constructor<?> constructor : resource.getDeclaredConstructors()) {
      for (Parameter parameter : constructor.getParameters()) {
        properties.add(parameter.getAnnotation(JsonProperty.class).value());
      }
    }
    return properties;
  }
}
