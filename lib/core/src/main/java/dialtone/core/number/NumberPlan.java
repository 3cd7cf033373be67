package dialtone.core.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which numbers can be dialled, how they are spelled, and which of them may be called. */
public final class NumberPlan {
  private static final Pattern SPELLING = Pattern.compile("\\+?[0-9]{3,24}");
  private static final Pattern PAY_PER_CALL_EXCHANGE = Pattern.compile("\\+1[0-9]{3}976[0-9]{4}");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final String defaultRegion;
  private final Set<String> allowedRegions;

  /**
   * @param defaultRegion the region whose dialling habits hold, ISO 3166-1 alpha-2
   * @param allowedRegions the regions whose numbers may be called
   */
  public NumberPlan(String defaultRegion, Set<String> allowedRegions) {
    this.defaultRegion = defaultRegion;
    this.allowedRegions = Set.copyOf(allowedRegions);
  }

  /** Whether libphonenumber knows a region, ISO 3166-1 alpha-2 in upper case. */
  public static boolean isRegion(String region) {
    return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
  }

  /**
   * The number that was dialled: {@code 5035551212}, {@code 15035551212}, {@code +15035551212},
   * {@code 01152…}, and {@code +01152…} from phones that prepend a plus sign to whatever was
   * dialled, with or without separators.
   *
   * @return empty if it is no valid number
   */
  public Optional<E164> normalise(DialString dialled) {
    String digits = dialled.digits();
    if (!SPELLING.matcher(digits).matches()) {
      return Optional.empty();
    }
    return parsed(digits.startsWith("+011") ? digits.substring(1) : digits)
        .filter(numbers::isValidNumber)
        .map(number -> numbers.format(number, PhoneNumberFormat.E164))
        .filter(E164::matches)
        .map(E164::new);
  }

  /**
   * Whether a number may be called: it belongs to an allowed region and is no premium-rate number,
   * nor in North America's pay-per-call exchange 976, which libphonenumber does not tell apart.
   */
  public boolean allows(E164 number) {
    return parsed(number.value())
            .filter(parsed -> allowedRegions.contains(numbers.getRegionCodeForNumber(parsed)))
            .filter(parsed -> numbers.getNumberType(parsed) != PhoneNumberType.PREMIUM_RATE)
            .isPresent()
        && !PAY_PER_CALL_EXCHANGE.matcher(number.value()).matches();
  }

  private Optional<PhoneNumber> parsed(String digits) {
    try {
      return Optional.of(numbers.parse(digits, defaultRegion));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
