package dialtone.telephone.web;

import dialtone.core.host.Edge;
import java.util.Optional;

/** Starts the functions that describe the API. They are public, and have no AWS SDK in them. */
public final class DocsFunctions {
  private DocsFunctions() {}

  /** {@code telephone/openapi}: its answer is also itself the document. */
  public static OpenApiAction openApi() {
    return new OpenApiAction(open("openapi", new OpenApiResource(), TelephoneAction.edge()));
  }

  /** {@code telephone/docs}. */
  public static TelephoneAction docs() {
    return open("docs", DocsResource.swaggerUi(), TelephoneAction.edge());
  }

  /** {@code telephone/redoc}. */
  public static TelephoneAction redoc() {
    return open("redoc", DocsResource.redoc(), TelephoneAction.edge());
  }

  static TelephoneAction open(String function, Resource resource, Edge edge) {
    return new TelephoneAction(
        function, edge.environment(), Optional.empty(), resource, edge.log());
  }
}
