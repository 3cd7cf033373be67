package dialtone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherEndTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          busy                            | busy
          no-answer                       | no-answer
          fails                           | fails with SIP 404
          fails with SIP 503              | fails with SIP 503
          answers                         | answers after 4 s, talks 60 s
          answers after 9 s               | answers after 9 s, talks 60 s
          answers, talks 5 s              | answers after 4 s, talks 5 s
          answers after 1 s and talks 2 s | answers after 1 s, talks 2 s
          answers after 0.5 s             | answers after 0.5 s, talks 60 s
          by hand                         | by hand
          """)
  void whatTheOtherEndDoesIsSaidInWords(String words, String meaning) {
    assertThat(OtherEnd.parse(words)).hasToString(meaning);
    assertThat(OtherEnd.parse(meaning)).isEqualTo(OtherEnd.parse(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "asleep", "answers after soon", "fails with SIP 200", "busy busy"})
  void otherWordsAreRefused(String words) {
    assertThatThrownBy(() -> OtherEnd.parse(words))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @CsvSource({
    "+15035551212, busy",
    "+15031111111, no-answer",
    "sip:bob@a.example;transport=tls, fails with SIP 480",
    "+442071838750, 'answers after 4 s, talks 60 s'"
  })
  void theFirstPatternThatFitsHolds(String address, String end) {
    Map<String, OtherEnd> ends = new LinkedHashMap<>();
    ends.put("+15035551212", new OtherEnd.Busy());
    ends.put("+1503*", new OtherEnd.NoAnswer());
    ends.put("bob", new OtherEnd.Fails(480));
    assertThat(OtherEnds.of(ends).at(address)).hasToString(end);
  }

  @Test
  void aDotInAnAddressIsADot() {
    assertThat(OtherEnds.of(Map.of("sip:a@b.example", new OtherEnd.Busy())).at("sip:a@bxexample"))
        .isEqualTo(OtherEnd.OBLIGING);
  }
}
