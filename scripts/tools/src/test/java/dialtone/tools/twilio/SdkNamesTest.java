package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.twilio.rest.api.v2010.account.Address;
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
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import dialtone.tools.twilio.StandInTwilio.Seen;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
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
          Address.class,
          Workspace.class,
          Activity.class,
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
  void everyRequestIsTheSdksAndEveryRequestOfTheSdksIsMade() throws Exception {
    Map<String, SdkRequest> sdk = sdkRequests();
    Set<String> made = new TreeSet<>();

    for (Seen request : aWholeLife()) {
      String url = request.method() + " " + url(request);
      assertThat(sdk).as("the SDK's requests").containsKey(url);
      assertThat(sdk.get(url).parameters()).as(url).containsAll(request.form().keySet());
      assertThat(request.form().keySet()).as(url).containsAll(sdk.get(url).required());
      made.add(url);
    }

    Set<String> left = new TreeSet<>(sdk.keySet());
    left.removeAll(made);
    String account = "https://api.twilio.com/2010-04-01/Accounts/" + TwilioDesk.ACCOUNT;
    assertThat(left)
        .as("numbers are never bought; of three kinds only the name can change, which finds them")
        .containsExactlyInAnyOrder(
            "POST " + account + "/IncomingPhoneNumbers.json",
            "POST " + account + "/SIP/CredentialLists/*.json",
            "POST " + account + "/SIP/IpAccessControlLists/*.json",
            "POST https://taskrouter.twilio.com/v1/Workspaces/*/Activities/*");
  }

  @Test
  void thereAreNoIpListsForRegistrations() {
    String calls = AuthCallsIpAccessControlListMapping.class.getName();

    assertThat(find(calls)).isPresent();
    assertThat(find(calls.replace("Calls", "Registrations").replace("calls", "registrations")))
        .isEmpty();
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

  private static Map<String, SdkRequest> sdkRequests() throws ReflectiveOperationException {
    Map<String, SdkRequest> requests = new TreeMap<>();
    for (Class<?> resource : RESOURCES) {
      for (String verb : List.of("Creator", "Reader", "Fetcher", "Updater", "Deleter")) {
        Optional<Class<?>> call = find(resource.getName() + verb);
        if (call.isPresent()) {
          SdkRequest request = SdkRequest.of(call.get());
          requests.put(request.method() + " " + request.url(), request);
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

  /** The sample file and what it has only in comments: made, drifted, mended, deleted. */
  private List<Seen> aWholeLife() throws IOException {
    TwilioDesk desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
    desk.write(
        Files.readString(desk.file())
                .replace(
                    "    # emergency_address: ",
                    "    emergency_address: ${sid:resources/Addresses/office}\n    # ")
                .replace(
                    "      - path: TaskQueues",
                    """
                          - path: Activities
                            unique: FriendlyName
                            attributes: {FriendlyName: Busy, Available: false}
                          - path: TaskQueues\
                    """)
            + """
              - path: api/2010-04-01/Accounts/{AccountSid}/Addresses
                unique: FriendlyName
                attributes:
                  FriendlyName: office
                  CustomerName: Dialtone
                  Street: 1 Main St
                  City: Portland
                  Region: OR
                  PostalCode: "97201"
                  IsoCountry: US
            """);
    assertThat(desk.run("up", "--stack", "dev", "--yes").err()).isEmpty();
    List<Seen> seen = new ArrayList<>(twilio.seen());
    assertThat(twilio.all(TwilioDesk.LISTS + "IncomingPhoneNumbers").get(0))
        .satisfies(
            number -> assertThat(Live.text(number, "emergency_address_sid")).startsWith("AD"));
    drift(TwilioDesk.LISTS + "SIP/Domains", "voice_url");
    drift(TwilioDesk.LISTS + "Applications", "voice_url");
    drift(TwilioDesk.LISTS + "IncomingPhoneNumbers", "friendly_name");
    drift(TwilioDesk.LISTS + "Addresses", "street");
    String list = Live.sid(twilio.all(TwilioDesk.LISTS + "SIP/IpAccessControlLists").get(0));
    twilio
        .all(TwilioDesk.LISTS + "SIP/IpAccessControlLists/" + list + "/IpAddresses")
        .get(0)
        .addProperty("cidr_prefix_length", 24);
    drift("taskrouter/v1/Workspaces", "multi_task_enabled");
    String workspace = Live.sid(twilio.all("taskrouter/v1/Workspaces").get(0));
    drift("taskrouter/v1/Workspaces/" + workspace + "/TaskQueues", "target_workers");
    drift("taskrouter/v1/Workspaces/" + workspace + "/Workers", "attributes");
    drift("taskrouter/v1/Workspaces/" + workspace + "/Workflows", "configuration");
    drift("studio/v2/Flows", "definition");
    assertThat(desk.run("up", "--stack", "dev", "--yes", "--new-password", "alice").err())
        .isEmpty();
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

  private void drift(String list, String property) {
    twilio.all(list).get(0).addProperty(property, "");
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
