package dialtone.tools.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Where a command says what it does and asks before it does it. */
public record Terminal(PrintWriter out, BufferedReader in) {

  /** Says a line, at once. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Whether the person answers yes. No answer, as where nobody sits, is a no. */
  public boolean agrees(String question) {
    return ask(question + " [y/N] ").strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes");
  }

  /** Whether the person types exactly this name. */
  public boolean types(String name, String question) {
    return ask(question + " Type \"" + name + "\" to go on: ").strip().equals(name);
  }

  private String ask(String question) {
    out.print(question);
    out.flush();
    try {
      String line = in.readLine();
      if (line == null) {
        say("");
        return "";
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
