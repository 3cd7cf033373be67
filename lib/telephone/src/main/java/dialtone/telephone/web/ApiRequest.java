package dialtone.telephone.web;

import dialtone.core.web.PercentEncoding;
import dialtone.core.web.WebRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as a resource sees it.
 *
 * @param segments of the path below the function's name, percent-decoded; none of them empty
 * @param base the URL above the functions, without a slash at its end; empty if the host did not
 *     tell its name
 */
record ApiRequest(WebRequest web, List<String> segments, String base) {

  static ApiRequest of(WebRequest web, String base) {
    List<String> segments = new ArrayList<>();
    for (String segment : web.path().split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(PercentEncoding.decode(segment));
      }
    }
    return new ApiRequest(web, segments, base);
  }

  boolean isGet() {
    return web.method().equals("GET") || web.method().equals("HEAD");
  }

  boolean isPost() {
    return web.method().equals("POST");
  }

  /** A parameter of the query; empty if it was not sent, or blank. */
  Optional<String> query(String name) {
    return web.query().first(name).filter(value -> !value.isBlank());
  }

  /** The URL of something in this API: {@code calls/some-id}. */
  String url(String path) {
    return base.isEmpty() ? path : base + "/" + path;
  }
}
