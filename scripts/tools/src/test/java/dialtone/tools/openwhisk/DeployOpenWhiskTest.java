package dialtone.tools.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dialtone.tools.Checkout;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployOpenWhiskTest {
  @TempDir Path home;

  @Test
  void anActionIsAJarWithItsClassItsLimitsAndItsSettings() throws IOException {
    ProjectFunction function =
        Project.read(Checkout.ROOT).function("dialplans/dial_pstn").orElseThrow();
    Path jar = Files.writeString(home.resolve("dial_pstn.jar"), "jar");

    JsonObject action =
        JavaAction.of(
            function,
            FunctionModule.of(Checkout.ROOT, function),
            jar,
            "java:17",
            Map.of("INSTANCE", "dev"));

    assertThat(action.get("exec"))
        .hasToString(
            "{\"kind\":\"java:17\",\"main\":\"dialtone.actions.dialplans.DialPstn\","
                + "\"binary\":true,\"code\":\"amFy\"}");
    assertThat(action.get("limits")).hasToString("{\"timeout\":10000,\"memory\":256}");
    assertThat(action.get("parameters"))
        .hasToString("[{\"key\":\"INSTANCE\",\"value\":\"dev\",\"init\":true}]");
    assertThat(action.get("annotations").toString())
        .contains(
            "{\"key\":\"web-export\",\"value\":true}", "{\"key\":\"raw-http\",\"value\":true}");
  }

  @Test
  void hostAndKeyAreThoseOfWsk() throws IOException {
    Files.writeString(home.resolve(".wskprops"), "APIHOST=ow.example.com\nAUTH=user:secret\n");

    assertThat(WskProperties.read(Map.of("HOME", home.toString())))
        .isEqualTo(new WskProperties("https://ow.example.com", "user:secret"));
  }

  @Test
  void withoutThemItSaysWhichCommandMakesThem() throws IOException {
    assertThatThrownBy(() -> WskProperties.read(Map.of("HOME", home.toString())))
        .hasMessageContaining("wsk property set --apihost HOST --auth KEY");
    Files.writeString(home.resolve(".wskprops"), "APIHOST=ow.example.com\n");
    assertThatThrownBy(() -> WskProperties.read(Map.of("HOME", home.toString())))
        .hasMessageContaining("has no AUTH: wsk property set --auth KEY");
  }
}
