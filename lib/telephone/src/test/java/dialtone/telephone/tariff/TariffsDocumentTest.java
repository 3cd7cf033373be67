package dialtone.telephone.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffsDocumentTest {
  private static final String FIRST =
      """
      {"id": "first", "valid_from": "2016-01-01T00:00:00-08:00",
       "valid_until": "2026-01-01T00:00:00-08:00", "currency": "USD",
       "zone": "America/Los_Angeles", "standing_charge": "0.36",
       "rates": [{"from": "06:00", "until": "22:00", "per_minute": "0.09"}]}""";
  private static final String SECOND =
      """
      {"id": "second", "valid_from": "2026-01-01T00:00:00-08:00", "currency": "USD",
       "zone": "America/Los_Angeles", "standing_charge": "0.40",
       "rates": [{"from": "00:00", "until": "24:00", "per_minute": "0.02"}]}""";

  @Test
  void theTariffInForceIsTheOneWhoseValidityTheMomentIsIn() {
    Tariffs tariffs = TariffsDocument.parse(document(SECOND, FIRST));
    Instant change = Instant.parse("2026-01-01T08:00:00Z");

    assertThat(tariffs.inForce(change.minusMillis(1))).map(Tariff::id).hasValue("first");
    assertThat(tariffs.inForce(change)).map(Tariff::id).hasValue("second");
    assertThat(tariffs.inForce(Instant.parse("2016-01-01T07:59:59Z"))).isEmpty();
    assertThat(tariffs.inForce(Instant.parse("2099-01-01T00:00:00Z")))
        .map(Tariff::id)
        .hasValue("second");
  }

  @Test
  void theBundledTariffsAreThoseOfTheRules() {
    Tariff tariff = Tariffs.bundled().inForce(Instant.parse("2026-10-03T12:00:00Z")).orElseThrow();

    assertThat(
            tariff
                .price(Instant.parse("2026-10-04T04:57:13Z"), Instant.parse("2026-10-04T05:10:56Z"))
                .text())
        .isEqualTo("0.54");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-01T00:00:00-08:00\", \"curr | 2026-01-02T00:00:00-08:00\", \"curr"
            + " | \"first\" and \"second\" overlap from 2026-01-01T08:00:00Z on",
        "valid_until\": \"2026 | valid_until\": \"2025"
            + " | no tariff is in force from 2025-01-01T08:00:00Z",
        "\"second\" | \"first\" | two tariffs have the id \"first\"",
        "\"valid_from\": \"2016-01-01T00:00:00-08:00\", | '' | \"valid_from\" is missing",
        "\"id\": \"second\", | \"id\": \"second\", \"valid_until\": \"2030-01-01T00:00:00Z\","
            + " | no tariff is in force from 2030-01-01T00:00:00Z on",
        "2016-01-01T00:00:00-08:00 | 2016-01-01T00:00:00 | \"valid_from\" cannot be read",
        "2016-01-01T | 2026-01-02T | \"valid_from\" is not before \"valid_until\"",
        "\"USD\" | \"XXY\" | \"currency\" cannot be read",
        "America/Los_Angeles | America/Gotham | \"zone\" cannot be read",
        "\"0.36\" | 0.36 | \"standing_charge\" is missing or not a text",
        "\"0.36\" | \"-1\" | \"standing_charge\" cannot be read",
        "\"0.09\" | \"0.00\" | \"per_minute\" is not more than 0",
        "22:00 | 25:00 | \"until\" cannot be read",
        "22:00 | 05:00 | \"from\" is not before \"until\"",
        "\"rates\": [ | \"rates\": [{\"from\": \"21:59\", \"until\": \"23:00\","
            + " \"per_minute\": \"1\"}, | two \"rates\" overlap",
        "\"standing_charge\" | \"standing_fee\" | unknown key \"standing_fee\"",
        "\"currency\": \"USD\" | \"id\": \"USD\" | two members are named \"id\"",
        "\"version\": 1 | \"version\": 2 | \"version\" is not 1",
      })
  void aDocumentWithAMistakeIsRefusedByName(String what, String by, String mistake) {
    String document = document(FIRST, SECOND);
    int at = document.indexOf(what);
    assertThat(at).as(what).isNotNegative();
    String wrong = document.substring(0, at) + by + document.substring(at + what.length());

    assertThatThrownBy(() -> TariffsDocument.parse(wrong))
        .isInstanceOf(TariffsException.class)
        .hasMessageContaining(mistake);
  }

  private static String document(String... tariffs) {
    return "{\"version\": 1, \"tariffs\": [" + String.join(", ", tariffs) + "]}";
  }
}
