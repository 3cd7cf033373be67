package dialtone.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {
  private final NumberPlan plan = new NumberPlan("US", Set.of("US", "CA", "PR", "MX"));

  @ParameterizedTest
  @CsvSource({
    "5035551212, +15035551212",
    "15035551212, +15035551212",
    "+15035551212, +15035551212",
    "(503) 555-1212, +15035551212",
    "503.555.1212, +15035551212",
    "+1 503 555 1212, +15035551212",
    "011525512345678, +525512345678",
    "+011525512345678, +525512345678",
    "+525512345678, +525512345678",
    "+442079460000, +442079460000",
    "18005551212, +18005551212"
  })
  void everySpellingGivesTheE164Number(String dialled, String number) {
    assertThat(normalised(dialled)).contains(new E164(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "*72",
        "0",
        "411",
        "911",
        "5551212",
        "503555121",
        "50355512123",
        "1234567890",
        "+5035551212",
        "0055512345678",
        "800FLOWERS",
        "٥٠٣٥٥٥١٢١٢",
        "5035551212x3",
        "++15035551212",
        "011",
        "+0",
        "99999999999999999999999999999999"
      })
  void whatIsNoValidNumberGivesNone(String dialled) {
    assertThat(normalised(dialled)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+15035551212", "+16045551212", "+17875551212", "+525512345678", "+18005551212"})
  void numbersOfAllowedRegionsAreAllowed(String number) {
    assertThat(plan.allows(new E164(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+18765551212", // Jamaica, dialled like a long-distance call
        "+12425551212", // the Bahamas
        "+442079460000",
        "+19005551212", // premium rate
        "+15039765512", // the pay-per-call exchange
        "+529001234567",
        "+88213312345"
      })
  void otherRegionsAndPremiumRateNumbersAreNot(String number) {
    assertThat(plan.allows(new E164(number))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "15035551212", "+05035551212", "+1503", "+1503555121212345", "+1503 5"})
  void anE164NumberHasItsForm(String text) {
    assertThat(E164.matches(text)).isFalse();
    assertThatThrownBy(() -> new E164(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("E.164");
  }

  @Property
  void normalisingTwiceIsNormalisingOnce(@ForAll("dialled") String dialled) {
    normalised(dialled)
        .ifPresent(number -> assertThat(normalised(number.value())).contains(number));
  }

  @Property
  void noTextMakesItThrow(@ForAll String dialled) {
    assertThat(normalised(dialled)).isNotNull();
  }

  @Provide
  Arbitrary<String> dialled() {
    return Arbitraries.strings()
        .withChars("0123456789+-.() ")
        .ofMinLength(7)
        .ofMaxLength(18)
        .edgeCases(edges -> edges.add("15035551212", "+0115255 1234 5678"));
  }

  private Optional<E164> normalised(String dialled) {
    return plan.normalise(DialString.of(dialled));
  }
}
