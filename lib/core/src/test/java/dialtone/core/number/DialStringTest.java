package dialtone.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialStringTest {

  @ParameterizedTest
  @CsvSource({
    "sip:alice@example.sip.twilio.com, alice",
    "sip:alice@example.sip.twilio.com;transport=tls, alice",
    "sip:alice@example.sip.twilio.com:5061;transport=tls, alice",
    "sips:alice@example.com, alice",
    "SIP:alice@example.com, alice",
    "sip:alice:secret@example.com, alice",
    "sip:5035551212;phone-context=+1@example.com, 5035551212",
    "sip:%23@example.com, #",
    "sip:%2B15035551212@example.com, +15035551212",
    "sip:+15035551212@example.com, +15035551212",
    "tel:+1-503-555-1212, +1-503-555-1212",
    "tel:911;phone-context=+1, 911",
    "+15035551212, +15035551212",
    "alice, alice",
    "'  911 ', 911",
    "sip:a%zz@example.com, a%zz"
  })
  void theUserPartIsWhatWasDialled(String address, String user) {
    assertThat(DialString.of(address).user()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "sip:", "sip:example.com", "sip:@example.com", "tel:", "@", ";"})
  void anAddressWithoutUserHasAnEmptyOne(String address) {
    assertThat(DialString.of(address).user()).isEmpty();
  }

  @Test
  void aUserOfAMegabyteIsNone() {
    assertThat(DialString.of("sip:" + "9".repeat(1 << 20) + "@example.com").user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "+911", "1911", "+1911", "9-1-1", " 911 ", "+1 911", "sip:911@x"})
  void emergencyCallsAreFoundInEverySpelling(String dialled) {
    assertThat(DialString.of(dialled).emergencyNumber()).contains("911");
  }

  @ParameterizedTest
  @ValueSource(strings = {"933", "+933", "1933", "+1933"})
  void theTestNumberIsNotTakenForTheRealOne(String dialled) {
    assertThat(DialString.of(dialled).emergencyNumber()).contains("933");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9110", "0911", "91", "112", "988", "+19115551212", "11911", "#911"})
  void nothingElseIsAnEmergencyCall(String dialled) {
    assertThat(DialString.of(dialled).emergencyNumber()).isEmpty();
  }

  @Property
  void noAddressMakesItThrow(@ForAll String address) {
    assertThat(DialString.of(address).digits()).isNotNull();
    assertThat(DialString.of("sip:" + address).emergencyNumber()).isNotNull();
  }
}
