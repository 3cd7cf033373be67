package dialtone.core.web;

import com.google.gson.JsonObject;
import dialtone.core.web.Parameters.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a host's event says of the request that caused it, whichever of these shapes it has:
 * DigitalOcean's raw and parsed, OpenWhisk's raw and parsed, or a direct invocation.
 *
 * @param method in upper case; empty for a direct invocation
 * @param path what follows the function's name in the URL; empty or begins with a slash
 * @param headers by their names in lower case
 * @param queryString as it was sent, without the question mark; empty if there was none, or if the
 *     host parsed it away (see {@link #parsed})
 * @param query the query's parameters
 * @param body the body's text; empty if the host parsed it away
 * @param form the parameters of the body, if it is a form; all parameters, if the host parsed them
 *     or the invocation is direct
 * @param parsed whether the host merged query and body, so that neither is known as it was sent
 * @param direct whether this was no web request at all: somebody who holds the namespace's key
 *     invoked the function
 */
public record WebRequest(
    String method,
    String path,
    Map<String, String> headers,
    String queryString,
    Parameters query,
    String body,
    Parameters form,
    boolean parsed,
    boolean direct) {

  public WebRequest {
    headers = Map.copyOf(headers);
  }

  /** Reads an event. Never throws: what is missing or has the wrong type is empty. */
  public static WebRequest of(JsonObject event) {
    return EventReader.read(event);
  }

  /** A header by its name in any case; empty if it was not sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of a parameter, in the form or else in the query. */
  public Optional<String> parameter(String name) {
    return form.first(name).or(() -> query.first(name));
  }

  /**
   * The same request as it would have been if a parameter that the host merged into the form had
   * been sent in the query.
   */
  public WebRequest withQueryParameter(String name) {
    String value = form.first(name).orElse("");
    List<Parameter> rest = form.list().stream().filter(each -> !each.name().equals(name)).toList();
    return new WebRequest(
        method,
        path,
        headers,
        name + "=" + value,
        query,
        body,
        new Parameters(rest),
        parsed,
        direct);
  }
}
