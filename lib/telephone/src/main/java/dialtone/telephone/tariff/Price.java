package dialtone.telephone.tariff;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount of money, not negative. */
public record Price(BigDecimal amount, Currency currency) {

  public Price {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a price is not negative: " + amount);
    }
  }

  /** Nothing, in a currency. */
  public static Price nothing(Currency currency) {
    return new Price(BigDecimal.ZERO, currency);
  }

  /** The price that a text such as {@code 0.54} tells. */
  public static Price of(String amount, String currency) {
    return new Price(new BigDecimal(amount), Currency.getInstance(currency));
  }

  /**
   * Both prices together.
   *
   * @throws IllegalArgumentException if they are in different currencies
   */
  public Price plus(Price other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return new Price(amount.add(other.amount), currency);
  }

  /** Whether both are the same money, however many zeros they are written with. */
  public boolean sameAs(Price other) {
    return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
  }

  /** The amount with at least the digits that its currency is written with: {@code 0.54}. */
  public String text() {
    BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    int digits = Math.max(currency.getDefaultFractionDigits(), 0);
    return plain.setScale(Math.max(plain.scale(), digits)).toPlainString();
  }
}
