package dialtone.telephone.record;

import java.util.Locale;
import java.util.Optional;

/** Which end of a call a record tells of. */
public enum Half {
  START,
  STOP;

  /** How a record says it: {@code start} or {@code stop}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a record's type says; {@code end} is another word for stop. Empty for anything else. */
  public static Optional<Half> of(String type) {
    return switch (type) {
      case "start" -> Optional.of(START);
      case "stop", "end" -> Optional.of(STOP);
      default -> Optional.empty();
    };
  }
}
