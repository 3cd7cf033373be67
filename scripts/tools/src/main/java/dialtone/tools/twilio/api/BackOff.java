package dialtone.tools.twilio.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * How long to wait before a request is made again.
 *
 * @param first the wait before the second try; each further one is twice as long
 * @param tries how often a request is made at most
 */
public record BackOff(Duration first, int tries) {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Five tries, each wait twice as long as the one before: what Twilio asks of clients. */
  public static BackOff startingWith(Duration first) {
    return new BackOff(first, 5);
  }

  /** Waits after a failed try. */
  public void pause(int failedTries) {
    pause(failedTries, null);
  }

  /** Waits after a failed try, as long as {@code Retry-After} says or else this does. */
  void pause(int failedTries, Header[] headers) {
    Duration wait = retryAfter(headers).orElse(first.multipliedBy(1L << (failedTries - 1)));
    try {
      Thread.sleep((wait.compareTo(LONGEST) > 0 ? LONGEST : wait).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiFailure("interrupted while waiting to try again", e);
    }
  }

  private static Optional<Duration> retryAfter(Header[] headers) {
    return Arrays.stream(headers == null ? new Header[0] : headers)
        .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
        .map(Header::getValue)
        .filter(value -> value.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .findFirst();
  }
}
