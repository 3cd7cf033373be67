package dialtone.tools.twilio.api;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * The SDK's HTTP client, without its own retries, which are {@link TwilioAccount}'s business. With
 * {@code TWILIO_API_URL} set it talks to a server on this machine instead: {@code
 * https://<product>.twilio.com/<path>} becomes {@code <that URL>/<product>/<path>}.
 */
final class Transport extends NetworkHttpClient {
  private final Optional<String> standIn;

  Transport(Environment environment) {
    super(HttpClientBuilder.create().disableAutomaticRetries());
    standIn = environment.get("TWILIO_API_URL").map(Transport::loopback);
  }

  /** The token goes to Twilio or stays on this machine. */
  private static String loopback(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
      }
    } catch (IllegalArgumentException | UnknownHostException e) {
      throw new UserMistake("TWILIO_API_URL " + url + " is no URL of this machine", e);
    }
    throw new UserMistake("TWILIO_API_URL " + url + " is not on this machine: leave it out");
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    return super.makeRequest(standIn.map(base -> redirected(request, base)).orElse(request));
  }

  private static Request redirected(Request request, String base) {
    URI url = URI.create(request.getUrl());
    if (url.getHost().equals(URI.create(base).getHost())) {
      return request;
    }
    String product = url.getHost().substring(0, url.getHost().indexOf('.'));
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    Request copy = new Request(request.getMethod(), base + "/" + product + url.getPath() + query);
    copy.setAuth(request.getUsername(), request.getPassword());
    copy.setContentType(request.getContentType());
    request.getQueryParams().forEach((n, vs) -> vs.forEach(v -> copy.addQueryParam(n, v)));
    request.getPostParams().forEach((n, vs) -> vs.forEach(v -> copy.addPostParam(n, v)));
    return copy;
  }
}
