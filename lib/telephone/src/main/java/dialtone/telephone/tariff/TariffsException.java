package dialtone.telephone.tariff;

import java.util.List;

/** A tariffs document with mistakes, all of which the message tells. */
public final class TariffsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TariffsException(List<String> mistakes) {
    super(String.join("; ", mistakes));
  }
}
