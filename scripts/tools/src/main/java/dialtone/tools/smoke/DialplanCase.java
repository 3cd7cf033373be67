package dialtone.tools.smoke;

import dialtone.testkit.TwilioRequest;
import java.util.function.Predicate;

/**
 * A row of the dialplans: a request and the TwiML that answers it. Both may hold {@code {names}}
 * that a {@link Cast} fills in.
 *
 * @param function the function's name in the package dialplans
 * @param title what the row is about
 * @param verbs what {@code <Response>} holds
 * @param applies whether an instance with this cast has the row
 * @param instead whether the row only says what holds where others do not apply
 */
public record DialplanCase(
    String function,
    String title,
    TwilioRequest request,
    String verbs,
    Predicate<Cast> applies,
    boolean instead) {

  DialplanCase(String function, String title, TwilioRequest request, String verbs) {
    this(function, title, request, verbs, any -> true, false);
  }

  /** The same row, for instances where every one of these names has a value. */
  DialplanCase with(String... names) {
    return new DialplanCase(function, title, request, verbs, cast -> cast.knows(names), false);
  }

  /** The same row, for instances where one of these names has no value. */
  DialplanCase without(String... names) {
    return new DialplanCase(function, title, request, verbs, cast -> !cast.knows(names), true);
  }

  @Override
  public String toString() {
    return function + ": " + title;
  }
}
