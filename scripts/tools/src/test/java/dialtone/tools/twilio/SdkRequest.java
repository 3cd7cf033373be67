package dialtone.tools.twilio;

import com.twilio.base.Creator;
import com.twilio.base.Updater;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
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
 */
record SdkRequest(HttpMethod method, String url, Set<String> parameters) {
  private static final String SID = "XX" + "0".repeat(32);

  /** Runs a creator or updater class of the SDK and keeps what it sends. */
  static SdkRequest of(Class<?> type) throws ReflectiveOperationException {
    List<Request> sent = new ArrayList<>();
    HttpClient recorder =
        new HttpClient() {
          @Override
          public Response makeRequest(Request request) {
            sent.add(request);
            return new Response("{}", 200);
          }
        };
    TwilioRestClient client =
        new TwilioRestClient.Builder(TwilioDesk.ACCOUNT, "x").httpClient(recorder).build();
    Object call = instance(type);
    for (Method setter : type.getMethods()) {
      if (setter.getName().startsWith("set") && setter.getParameterCount() == 1) {
        setter.invoke(call, value(setter.getParameterTypes()[0]));
      }
    }
    if (call instanceof Creator<?> creator) {
      creator.create(client);
    } else {
      ((Updater<?>) call).update(client);
    }
    Request request = sent.get(0);
    return new SdkRequest(
        request.getMethod(),
        request.getUrl().replace(SID, "*"),
        new TreeSet<>(request.getPostParams().keySet()));
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
                1)
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
    if (type == Object.class || Map.class.isAssignableFrom(type)) {
      return Map.of();
    }
    throw new AssertionError("no value of " + type);
  }
}
