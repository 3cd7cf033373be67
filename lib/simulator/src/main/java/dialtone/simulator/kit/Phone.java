package dialtone.simulator.kit;

import java.util.function.Function;

/** A phone that can dial. */
public final class Phone {
  private final Function<String, PlannedCall> dialling;

  Phone(Function<String, PlannedCall> dialling) {
    this.dialling = dialling;
  }

  /** Dials something, as it is typed; nothing happens before {@link PlannedCall#place}. */
  public PlannedCall dials(String number) {
    return dialling.apply(number);
  }
}
