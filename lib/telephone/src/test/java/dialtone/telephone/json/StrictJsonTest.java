package dialtone.telephone.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @Test
  void aDocumentIsReadAsItIs() {
    String document = "{\"a\":[1.50,true,null,\"\\u0000\"],\"b\":{}}";
    assertThat(StrictJson.parse(document)).hasToString(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "é{\"type\"             | not JSON at line 1 column 1 path $",
        "{\"a\": [1, {'b': 2}]} | not JSON at line 1 column 13 path $.a[1].",
        "{\"a\": nothing}       | not JSON at line 1 column 7 path $.a",
        "{\"a\": 1,             | not JSON, or cut short",
        "``                     | not JSON, or cut short",
        "{} {}                  | not JSON at line 1 column 5 path $",
        "[1e99999999999]        | a number at $[0] is out of range",
        "{\"a\": 1, \"a\": 2}   | two members are named \"a\" at $.a"
      })
  void whatIsNotOneSaysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> StrictJson.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 10_000})
  void nestingHasAnEnd(int depth) {
    assertThat(StrictJson.parse("[".repeat(32) + "]".repeat(32))).isNotNull();
    assertThatThrownBy(() -> StrictJson.parse("[".repeat(depth) + "]".repeat(depth)))
        .hasMessage("nested more than 32 deep");
  }
}
