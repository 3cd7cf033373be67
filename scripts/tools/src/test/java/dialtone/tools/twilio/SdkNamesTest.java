package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.ApplicationCreator;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import com.twilio.rest.api.v2010.account.sip.CredentialListCreator;
import com.twilio.rest.api.v2010.account.sip.Domain;
import com.twilio.rest.api.v2010.account.sip.DomainCreator;
import com.twilio.rest.api.v2010.account.sip.DomainUpdater;
import com.twilio.rest.api.v2010.account.sip.IpAccessControlListCreator;
import com.twilio.rest.api.v2010.account.sip.credentiallist.CredentialCreator;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtypecalls.AuthCallsCredentialListMappingCreator;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtypecalls.AuthCallsIpAccessControlListMappingCreator;
import com.twilio.rest.api.v2010.account.sip.domain.authtypes.authtyperegistrations.AuthRegistrationsCredentialListMappingCreator;
import com.twilio.rest.api.v2010.account.sip.ipaccesscontrollist.IpAddressCreator;
import com.twilio.rest.api.v2010.account.sip.ipaccesscontrollist.IpAddressUpdater;
import com.twilio.rest.studio.v2.FlowCreator;
import com.twilio.rest.studio.v2.FlowUpdater;
import com.twilio.rest.taskrouter.v1.WorkspaceCreator;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueueCreator;
import com.twilio.rest.taskrouter.v1.workspace.WorkerCreator;
import com.twilio.rest.taskrouter.v1.workspace.WorkflowCreator;
import dialtone.tools.twilio.StandInTwilio.Seen;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request is one that the SDK's own classes would make. */
class SdkNamesTest {
  private static final List<Class<?>> CALLS =
      List.of(
          CredentialListCreator.class,
          CredentialCreator.class,
          IpAccessControlListCreator.class,
          IpAddressCreator.class,
          IpAddressUpdater.class,
          ApplicationCreator.class,
          ApplicationUpdater.class,
          DomainCreator.class,
          DomainUpdater.class,
          AuthCallsCredentialListMappingCreator.class,
          AuthCallsIpAccessControlListMappingCreator.class,
          AuthRegistrationsCredentialListMappingCreator.class,
          IncomingPhoneNumberUpdater.class,
          WorkspaceCreator.class,
          TaskQueueCreator.class,
          WorkerCreator.class,
          WorkflowCreator.class,
          FlowCreator.class,
          FlowUpdater.class);

  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void everyRequestHasThePathAndOnlyParametersOfTheSdks() throws Exception {
    Map<String, Set<String>> sdk = sdkRequests();
    List<Seen> requests = everyWriteOfTheSampleFile();

    assertThat(requests).hasSizeGreaterThan(15);
    for (Seen request : requests) {
      String url = url(request);
      assertThat(sdk).as("the SDK's paths").containsKey(url);
      assertThat(sdk.get(url)).as(url).containsAll(request.form().keySet());
    }
    assertThat(requests.stream().map(SdkNamesTest::url).distinct())
        .as("each of the SDK's classes is compared, but for those of updates of parts")
        .hasSizeGreaterThanOrEqualTo(16);
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
    for (Class<?> call : CALLS) {
      SdkRequest request = SdkRequest.of(call);
      assertThat(request.method()).isEqualTo(HttpMethod.POST);
      requests.computeIfAbsent(request.url(), url -> new TreeSet<>()).addAll(request.parameters());
    }
    return requests;
  }

  private List<Seen> everyWriteOfTheSampleFile() throws IOException {
    TwilioDesk desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
    desk.run("up", "--stack", "dev", "--yes");
    List<Seen> writes = new ArrayList<>(twilio.writes());
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
    writes.addAll(twilio.writes());
    return writes;
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
