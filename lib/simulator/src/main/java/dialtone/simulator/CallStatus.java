package dialtone.simulator;

import java.util.Locale;

/** Twilio's {@code CallStatus} and {@code DialCallStatus}. */
enum CallStatus {
  INITIATED,
  RINGING,
  IN_PROGRESS,
  ANSWERED,
  COMPLETED,
  BUSY,
  NO_ANSWER,
  FAILED,
  CANCELED;

  /** As Twilio writes it: {@code no-answer}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
