package dialtone.tools.twilio;

import com.twilio.base.Creator;
import com.twilio.base.Deleter;
import com.twilio.base.Fetcher;
import com.twilio.base.Reader;
import com.twilio.base.Updater;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The request that one of the SDK's own classes makes when everything that it can set is set.
 *
 * @param url with the SIDs that were given in it
 * @param required the parameters that it sends in any case
 */
record SdkRequest(HttpMethod method, String url, Set<String> parameters, Set<String> required) {
  /** An answer that is any resource, and any list's page without records. */
  private static final String EMPTY =
      """
      {"uri": "/", "credential_lists": [], "credentials": [], "ip_access_control_lists": [],
       "ip_addresses": [], "applications": [], "domains": [], "contents": [],
       "incoming_phone_numbers": [], "workspaces": [], "task_queues": [], "workers": [],
       "workflows": [], "flows": [], "activities": [], "addresses": []}
      """;

  private static final String SID = "XX" + "0".repeat(32);

  /** Runs a class of the SDK that makes requests and keeps what it sends. */
  static SdkRequest of(Class<?> type) throws ReflectiveOperationException {
    Object bare = instance(type);
    Object call = instance(type);
    for (Method setter : type.getMethods()) {
      if (setter.getName().startsWith("set") && setter.getParameterCount() == 1) {
        setter.invoke(call, value(setter.getParameterTypes()[0]));
      }
    }
    Request request = sent(call);
    Set<String> parameters = new TreeSet<>(request.getPostParams().keySet());
    parameters.addAll(request.getQueryParams().keySet());
    return new SdkRequest(
        request.getMethod(),
        request.getUrl().replace(SID, "*"),
        parameters,
        new TreeSet<>(sent(bare).getPostParams().keySet()));
  }

  private static Request sent(Object call) {
    List<Request> sent = new ArrayList<>();
    HttpClient recorder =
        new HttpClient() {
          @Override
          public Response makeRequest(Request request) {
            sent.add(request);
            return new Response(EMPTY, request.getMethod() == HttpMethod.DELETE ? 204 : 200);
          }
        };
    send(call, new TwilioRestClient.Builder(TwilioDesk.ACCOUNT, "x").httpClient(recorder).build());
    return sent.get(0);
  }

  private static void send(Object call, TwilioRestClient client) {
    if (call instanceof Creator<?> creator) {
      creator.create(client);
    } else if (call instanceof Updater<?> updater) {
      updater.update(client);
    } else if (call instanceof Fetcher<?> fetcher) {
      fetcher.fetch(client);
    } else if (call instanceof Deleter<?> deleter) {
      deleter.delete(client);
    } else {
      ((Reader<?>) call).pageSize(50).firstPage(client);
    }
  }

  /** The constructor that leaves the account to the client has the fewest parameters. */
  private static Object instance(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> shortest =
        List.of(type.getConstructors()).stream()
            .min(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    return shortest.newInstance(
        List.of(shortest.getParameterTypes()).stream().map(SdkRequest::value).toArray());
  }

  private static Object value(Class<?> type) {
    if (type == String.class) {
      return SID;
    }
    Object simple =
        Map.of(
                URI.class,
                URI.create("https://example.com"),
                HttpMethod.class,
                HttpMethod.POST,
                Boolean.class,
                true,
                Integer.class,
                1,
                Long.class,
                1L,
                long.class,
                1L,
                ZonedDateTime.class,
                ZonedDateTime.parse("2026-11-21T08:00:00Z"))
            .get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == com.twilio.type.PhoneNumber.class) {
      return new com.twilio.type.PhoneNumber("+15035550101");
    }
    if (type == List.class) {
      return List.of(SID);
    }
    if (type == Object.class || Map.class.isAssignableFrom(type)) {
      return Map.of();
    }
    throw new AssertionError("no value of " + type);
  }
}
