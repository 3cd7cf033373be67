package dialtone.telephone.web;

import java.util.Map;
import java.util.Optional;

/**
 * A page that shows the API's document, and every asset that it is made of: {@code /docs} and
 * {@code /redoc}. A browser gets them all from here.
 *
 * <p>Hosts answer at most 1 MB, and binary bodies differ between them, so a longer script is served
 * as text in parts, which the page puts together.
 */
final class DocsResource implements Resource {
  /** Characters of a part: as JSON, with its escapes, well below 1 MB. */
  static final int PART = 600_000;

  private static final String JAVASCRIPT = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String FOLDER = "/dialtone/docs/";

  private final String function;
  private final String page;
  private final Map<String, String> assets;
  private final OpenApiResource openApi = new OpenApiResource();

  private DocsResource(String function, String page, Map<String, String> assets) {
    this.function = function;
    this.page = page;
    this.assets = assets;
  }

  static DocsResource swaggerUi() {
    return new DocsResource(
        "docs",
        "swagger-ui.html",
        Map.of(
            "parts.js", JAVASCRIPT,
            "swagger-ui.js", JAVASCRIPT,
            "swagger-ui.css", CSS,
            "swagger-ui-bundle.js", JAVASCRIPT));
  }

  static DocsResource redoc() {
    return new DocsResource(
        "redoc",
        "redoc.html",
        Map.of(
            "parts.js", JAVASCRIPT,
            "redoc.js", JAVASCRIPT,
            "redoc.standalone.js", JAVASCRIPT));
  }

  @Override
  public Answer answer(ApiRequest request) {
    if (!request.isGet()) {
      return Lists.readOnly();
    }
    String path = String.join("/", request.segments());
    if (path.isEmpty()) {
      return page(request);
    }
    if (path.equals("openapi.json")) {
      return openApi.document(request);
    }
    return asset(path).orElseGet(() -> notFound(path));
  }

  /** Relative to the function itself, whether the page's URL ends with a slash or not. */
  private Answer page(ApiRequest request) {
    String base = request.web().path().isEmpty() ? function + "/" : "";
    return Answer.of(
        200, "text/html; charset=utf-8", Assets.text(FOLDER + page).replace("{base}", base));
  }

  private Optional<Answer> asset(String path) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String type = assets.get(name);
    if (type == null) {
      return Optional.empty();
    }
    String text = Assets.text(FOLDER + name);
    if (slash < 0) {
      return text.length() > PART ? Optional.empty() : Optional.of(asset(type, text));
    }
    String number = path.substring(slash + 1);
    if (!number.matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    int start = Integer.parseInt(number) * PART;
    return start < text.length()
        ? Optional.of(
            asset("text/plain; charset=utf-8", part(text, start))
                .with("X-Parts", Integer.toString((text.length() + PART - 1) / PART)))
        : Optional.empty();
  }

  /** Never between the halves of a surrogate pair: each part is a text of its own. */
  private static String part(String text, int start) {
    int end = Math.min(start + PART, text.length());
    int from = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
    int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    return text.substring(from, to);
  }

  private static Answer asset(String type, String text) {
    return Answer.of(200, type, text).with("Cache-Control", "public, max-age=86400");
  }

  private static Answer notFound(String path) {
    return Problem.notFound("path", "there is no \"" + path + "\" here").answer();
  }
}
