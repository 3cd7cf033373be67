package dialtone.tools.server;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A function that does not start, or that gave no result. */
public final class ContainerException extends Exception {
  private static final long serialVersionUID = 1L;

  public ContainerException(String message) {
    super(message);
  }

  public ContainerException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong, and the stack trace of the exception behind it, if there is one. */
  String report() {
    StringWriter report = new StringWriter();
    PrintWriter out = new PrintWriter(report, true);
    out.print(getMessage());
    if (getCause() != null) {
      out.println();
      getCause().printStackTrace(out);
    }
    return report.toString().stripTrailing();
  }
}
