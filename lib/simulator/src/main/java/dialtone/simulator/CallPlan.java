package dialtone.simulator;

import dialtone.simulator.twiml.Method;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A call to be placed. Immutable: each method returns a changed copy.
 *
 * @param url the voice URL, absolute
 * @param fallback what Twilio asks if that cannot be used
 * @param statusCallback where the call's own progress is reported
 * @param ownNumbers the account's numbers, which alone may be a caller ID; empty: not checked
 */
public record CallPlan(
    Line line,
    URI url,
    Method method,
    Optional<URI> fallback,
    Optional<StatusCallback> statusCallback,
    OtherEnds otherEnds,
    CallbackDelivery callbacks,
    Set<String> ownNumbers) {

  public CallPlan {
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException("the voice URL " + url + " is not absolute");
    }
    ownNumbers = Set.copyOf(ownNumbers);
  }

  /** A call whose other end answers, to an account whose numbers are not known. */
  public static CallPlan of(Line line, URI url) {
    return new CallPlan(
        line,
        url,
        Method.POST,
        Optional.empty(),
        Optional.empty(),
        OtherEnds.all(OtherEnd.OBLIGING),
        CallbackDelivery.ONCE,
        Set.of());
  }

  public CallPlan withMethod(Method other) {
    return new CallPlan(
        line, url, other, fallback, statusCallback, otherEnds, callbacks, ownNumbers);
  }

  public CallPlan withFallback(URI other) {
    return new CallPlan(
        line, url, method, Optional.of(other), statusCallback, otherEnds, callbacks, ownNumbers);
  }

  public CallPlan with(StatusCallback other) {
    return new CallPlan(
        line, url, method, fallback, Optional.of(other), otherEnds, callbacks, ownNumbers);
  }

  public CallPlan with(OtherEnds others) {
    return new CallPlan(line, url, method, fallback, statusCallback, others, callbacks, ownNumbers);
  }

  public CallPlan with(CallbackDelivery delivery) {
    return new CallPlan(
        line, url, method, fallback, statusCallback, otherEnds, delivery, ownNumbers);
  }

  public CallPlan withOwnNumbers(Set<String> numbers) {
    return new CallPlan(line, url, method, fallback, statusCallback, otherEnds, callbacks, numbers);
  }
}
