package dialtone.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.web.Parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @Test
  void repeatedAndBlankParametersStayInOrder() {
    assertThat(Parameters.ofForm("b=2&a=&b=1&a&=x&&c=3=3").list())
        .containsExactly(
            new Parameter("b", "2"),
            new Parameter("a", ""),
            new Parameter("b", "1"),
            new Parameter("a", ""),
            new Parameter("", "x"),
            new Parameter("c", "3=3"));
  }

  @ParameterizedTest
  @CsvSource({
    "a=%2B1+2, '+1 2'",
    "a=100%, 100%",
    "a=%zz%4, %zz%4",
    "a=%C3%A9, é",
    "a=%FF, \uFFFD",
    "a=é, é",
    "a=%00, '\0'"
  })
  void whatCannotBeDecodedStandsForItself(String form, String value) {
    assertThat(Parameters.ofForm(form).first("a")).contains(value);
  }

  @Test
  void aParameterThatWasNotSentIsEmptyAndABlankOneIsNot() {
    assertThat(Parameters.ofForm("a=").first("b")).isEmpty();
    assertThat(Parameters.ofForm("a=").first("a")).contains("");
  }

  @Property
  void whatWasEncodedIsDecoded(@ForAll String name, @ForAll String value) {
    // a lone surrogate has no UTF-8 form, in a browser's encoder either
    String sent = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    String form =
        "x=" + URLEncoder.encode(sent, StandardCharsets.UTF_8) + "&" + name.replaceAll("[&=]", "");

    assertThat(Parameters.ofForm(form).first("x")).contains(sent);
  }

  @Property
  void noTextMakesItThrow(@ForAll String text) {
    assertThat(Parameters.ofForm(text).list()).isNotNull();
    assertThat(PercentEncoding.decode(text)).isNotNull();
  }
}
