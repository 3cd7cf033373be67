package dialtone.tools.twilio.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.twilio.constant.EnumConstants;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dialtone.core.host.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A live Twilio account, through the SDK's REST client: any resource by its path, attributes by the
 * REST API's own names. A 429 is tried again, and so is a 5xx or a lost answer where the same
 * request twice has the effect of one.
 */
public final class TwilioAccount {
  private static final Set<HttpMethod> ANY_NUMBER_OF_TIMES =
      Set.of(HttpMethod.GET, HttpMethod.DELETE);

  private final Credentials credentials;
  private final TwilioRestClient client;
  private final BackOff backOff;

  public TwilioAccount(Credentials credentials, Environment environment, BackOff backOff) {
    this.credentials = credentials;
    this.backOff = backOff;
    this.client =
        new TwilioRestClient.Builder(credentials.accountSid(), credentials.authToken())
            .httpClient(new Transport(environment))
            .build();
  }

  /** The account's SID. */
  public String sid() {
    return credentials.accountSid();
  }

  /** Whether both are the same account. */
  public boolean isSame(TwilioAccount other) {
    return sid().equals(other.sid());
  }

  /** Every resource of a list, from all its pages. */
  public List<JsonObject> list(ApiPath path) {
    List<JsonObject> all = new ArrayList<>();
    Optional<Page> page = Optional.of(Page.first(path, sid()));
    while (page.isPresent()) {
      Response response = expect(page.get().request(), page.get().toString(), true);
      page = page.get().read(json(response, path.toString()), all);
    }
    return List.copyOf(all);
  }

  /** One resource; empty if there is none of that SID. */
  public Optional<JsonObject> fetch(ApiPath path) {
    Response response = send(request(HttpMethod.GET, path, Map.of()), path.toString(), true);
    return response.getStatusCode() == 404
        ? Optional.empty()
        : Optional.of(json(checked(response, "GET " + path), path.toString()));
  }

  /**
   * Makes a resource. A 5xx is not tried again here: it may have been made all the same.
   *
   * @return as Twilio made it
   */
  public JsonObject create(ApiPath list, Map<String, String> attributes) {
    return json(expect(request(HttpMethod.POST, list, attributes), list.toString(), false), "");
  }

  /** Changes the given attributes and no others; an empty value clears one. */
  public JsonObject update(ApiPath path, Map<String, String> attributes) {
    return json(expect(request(HttpMethod.POST, path, attributes), path.toString(), true), "");
  }

  /** Deletes a resource; one that is gone already is no failure. */
  public void delete(ApiPath path) {
    Response response = send(request(HttpMethod.DELETE, path, Map.of()), path.toString(), true);
    if (response.getStatusCode() != 404) {
      checked(response, "DELETE " + path);
    }
  }

  private Request request(HttpMethod method, ApiPath path, Map<String, String> attributes) {
    Request request = new Request(method, path.product(), path.uri(sid()));
    request.setContentType(EnumConstants.ContentType.FORM_URLENCODED);
    attributes.forEach(request::addPostParam);
    return request;
  }

  private Response expect(Request request, String what, boolean repeatable) {
    return checked(send(request, what, repeatable), request.getMethod() + " " + what);
  }

  private Response send(Request request, String what, boolean repeatable) {
    boolean again = repeatable || ANY_NUMBER_OF_TIMES.contains(request.getMethod());
    for (int failed = 1; ; failed++) {
      Optional<Response> response = Optional.empty();
      try {
        response = Optional.of(client.request(request));
      } catch (ApiException e) {
        if (!again || failed == backOff.tries()) {
          throw new ApiFailure(
              request.getMethod() + " " + what + ": no answer from Twilio: " + e.getMessage(), e);
        }
      }
      int status = response.map(Response::getStatusCode).orElse(0);
      boolean passing = status == 429 || (again && (status == 0 || status >= 500));
      if (!passing || failed == backOff.tries()) {
        return response.orElseThrow();
      }
      backOff.pause(failed, response.map(Response::getHeaders).orElse(null));
    }
  }

  private Response checked(Response response, String what) {
    if (!TwilioRestClient.SUCCESS.test(response.getStatusCode())) {
      throw Refusal.of(response, what, credentials);
    }
    return response;
  }

  private static JsonObject json(Response response, String what) {
    try {
      return JsonParser.parseString(response.getContent()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new ApiFailure(what + ": Twilio's answer is not a JSON object", e);
    }
  }
}
