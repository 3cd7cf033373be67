package dialtone.core.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.core.number.DialString;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one function: one JSON line an activation, which gathers whatever was noted until
 * then. Safe to use from several threads. Never give it a secret or a whole phone number.
 */
public final class Log {
  private final PrintStream out;
  private final List<String> notes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  public Log(PrintStream out) {
    this.out = out;
  }

  /** Notes what is as it was set up to be. */
  public synchronized void note(String message) {
    notes.add(message);
  }

  /** Notes what an operator should know, though the caller got what was dialled. */
  public synchronized void warn(String message) {
    warnings.add(message);
  }

  /** Notes what kept a caller from what was dialled. */
  public synchronized void error(String message) {
    errors.add(message);
  }

  /** Notes a defect, with its stack trace. */
  public void error(String message, Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace, true));
    error(message + ": " + trace);
  }

  /** Writes the line of an activation: its level, the given fields, then what was noted. */
  public synchronized void write(JsonObject fields) {
    JsonObject line = new JsonObject();
    line.addProperty("level", !errors.isEmpty() ? "error" : !warnings.isEmpty() ? "warn" : "info");
    fields.entrySet().forEach(field -> line.add(field.getKey(), field.getValue()));
    move(notes, "notes", line);
    move(warnings, "warnings", line);
    move(errors, "errors", line);
    out.println(line);
  }

  /**
   * A caller or callee as a log may show it: the last two characters of the user part of its
   * address, so the last two digits of a phone number.
   */
  public static String lastTwo(String address) {
    String user = DialString.of(address).user();
    return user.length() <= 2 ? user : "…" + user.substring(user.length() - 2);
  }

  private static void move(List<String> notes, String name, JsonObject line) {
    if (!notes.isEmpty()) {
      JsonArray array = new JsonArray();
      notes.forEach(array::add);
      line.add(name, array);
      notes.clear();
    }
  }
}
