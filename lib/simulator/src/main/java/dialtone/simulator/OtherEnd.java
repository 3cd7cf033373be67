package dialtone.simulator;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What whoever is called does. */
public sealed interface OtherEnd {
  /** Answers soon and talks a while. */
  OtherEnd OBLIGING = new Answers(Duration.ofSeconds(4), Duration.ofSeconds(60));

  /** Rings so long before it answers, then talks so long and hangs up. */
  record Answers(Duration after, Duration talks) implements OtherEnd {
    @Override
    public String toString() {
      return "answers after " + words(after) + ", talks " + words(talks);
    }
  }

  /** Is on the phone, or declines. */
  record Busy() implements OtherEnd {
    @Override
    public String toString() {
      return "busy";
    }
  }

  /** Rings for ever. */
  record NoAnswer() implements OtherEnd {
    @Override
    public String toString() {
      return "no-answer";
    }
  }

  /** Cannot be reached; 404 is SIP for a number or phone that is not there. */
  record Fails(int sipCode) implements OtherEnd {
    public Fails {
      if (sipCode < 400 || sipCode > 699) {
        throw new IllegalArgumentException(
            "SIP " + sipCode + " is no failure: expected 400 to 699");
      }
    }

    @Override
    public String toString() {
      return "fails with SIP " + sipCode;
    }
  }

  /** Rings until somebody at the page answers or declines for it. */
  record ByHand() implements OtherEnd {
    @Override
    public String toString() {
      return "by hand";
    }
  }

  /**
   * Reads {@code busy}, {@code no-answer}, {@code fails with SIP 404}, {@code answers after 4 s and
   * talks 60 s} (either part can be left out), {@code by hand}.
   *
   * @throws IllegalArgumentException if it is none of these; the message lists them
   */
  static OtherEnd parse(String text) {
    Matcher fails = Words.FAILS.matcher(text);
    Matcher answers = Words.ANSWERS.matcher(text);
    if (fails.matches()) {
      return new Fails(fails.group(1) == null ? 404 : Integer.parseInt(fails.group(1)));
    }
    if (answers.matches()) {
      return new Answers(
          answers.group(1) == null ? Duration.ofSeconds(4) : seconds(answers.group(1)),
          answers.group(2) == null ? Duration.ofSeconds(60) : seconds(answers.group(2)));
    }
    return switch (text.strip()) {
      case "busy" -> new Busy();
      case "no-answer", "no answer" -> new NoAnswer();
      case "by hand" -> new ByHand();
      default ->
          throw new IllegalArgumentException(
              "\""
                  + text
                  + "\" is nothing that the other end can do: expected busy, no-answer,"
                  + " fails [with SIP 404], answers [after 4 s] [and talks 60 s]");
    };
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
  }

  private static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() / 1000.0 + " s";
  }

  /** The spellings. */
  final class Words {
    private static final String SECONDS = "([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?s";
    private static final Pattern FAILS =
        Pattern.compile("\\s*fail(?:s|ed)?(?: with SIP ([0-9]{3}))?\\s*");
    private static final Pattern ANSWERS =
        Pattern.compile(
            "\\s*answer(?:s|ed)?(?: after "
                + SECONDS
                + ")?(?:(?:,| and|, and)? talks "
                + SECONDS
                + ")?\\s*");

    private Words() {}
  }
}
