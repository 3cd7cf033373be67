package dialtone.actionloop;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import javax.crypto.Mac;

/**
 * Does beside the action's own start what every first answer needs and nobody gets around: finding
 * the signature's algorithm and setting up the XML writer are some 25 ms of classes to initialise.
 */
final class WarmUp {
  private WarmUp() {}

  /**
   * Starts it in the background. Nobody waits for it: what it has not done, the first call does.
   */
  static void start() {
    daemon("warm-up-signature", () -> Mac.getInstance("HmacSHA1"));
    daemon(
        "warm-up-twiml",
        () -> new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml());
  }

  private static void daemon(String name, Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (Exception | LinkageError e) {
                // The first request meets the same, and answers for it.
                return;
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }
}
