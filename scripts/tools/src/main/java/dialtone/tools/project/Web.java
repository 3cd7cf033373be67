package dialtone.tools.project;

import java.util.Optional;

/** How a function's URL works: {@code web} in project.yml. */
public enum Web {
  /** It has none. */
  NO("false"),
  /** Query and body are merged into the event. */
  PARSED("true"),
  /** Query and body reach the function as they were sent. */
  RAW("raw");

  private final String written;

  Web(String written) {
    this.written = written;
  }

  static Optional<Web> of(String written) {
    for (Web web : values()) {
      if (web.written.equals(written)) {
        return Optional.of(web);
      }
    }
    return written.equals("yes") ? Optional.of(PARSED) : Optional.empty();
  }
}
