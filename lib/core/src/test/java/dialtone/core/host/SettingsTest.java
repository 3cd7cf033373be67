package dialtone.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @AfterEach
  void bringNothing() {
    HostEnvironment.bring(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", " - "})
  void aBlankValueAndALoneHyphenAreNotSet(String value) {
    HostEnvironment.bring(Map.of("TIME_LIMIT_SECONDS", value));
    Settings settings = new Settings(new HostEnvironment());

    assertThat(settings.wholeNumber("TIME_LIMIT_SECONDS", 1, 10, 7)).isEqualTo(7);
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void whatTheHostBringsWinsOverTheProcess() {
    String path = new HostEnvironment().get("PATH").orElseThrow();

    HostEnvironment.bring(Map.of("PATH", " elsewhere "));

    assertThat(new HostEnvironment().get("PATH")).contains("elsewhere").isNotEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "x", "1.5", "99999999999", "5 s"})
  void aMalformedSettingIsNamedAndItsDefaultUsed(String value) {
    Settings settings = settings("TIME_LIMIT_SECONDS", value);

    assertThat(settings.wholeNumber("TIME_LIMIT_SECONDS", 1, 10, 7)).isEqualTo(7);
    assertThat(settings.problems())
        .containsExactly(
            "setting TIME_LIMIT_SECONDS: \"%s\" is not a whole number from 1 to 10"
                .formatted(value));
  }

  @Test
  void aNeededSettingThatIsNotSetIsNamedWithWhatItCosts() {
    Settings settings = settings("A", "1");

    assertThat(settings.needed("B", "nothing rings", text -> text)).isEmpty();
    assertThat(settings.missing()).containsExactly("setting B is not set: nothing rings");
    assertThat(settings.problems()).isEmpty();
  }

  private static Settings settings(String name, String value) {
    return new Settings(each -> Optional.of(value).filter(v -> each.equals(name)));
  }
}
