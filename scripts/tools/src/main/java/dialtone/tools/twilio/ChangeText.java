package dialtone.tools.twilio;

/** A change for people: old → new, one under the other if they are long. */
public final class ChangeText {
  private static final String INDENT = "    ";
  private static final int WIDTH = 100;

  private ChangeText() {}

  /** Without a line end. */
  public static String of(String name, String from, String to) {
    String before = INDENT + name + " " + (from.isEmpty() ? "(empty)" : from);
    String after = "→ " + (to.isEmpty() ? "(empty)" : to);
    return before.length() + after.length() < WIDTH
        ? before + " " + after
        : before + "\n" + " ".repeat(INDENT.length() + name.length() - 1) + after;
  }
}
