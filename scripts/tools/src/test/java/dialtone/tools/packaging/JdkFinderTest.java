package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFinderTest {
  @TempDir Path place;

  @Test
  void theJdk25IsChosenThoughNewerAndOlderOnesAreThere() throws IOException {
    jdk("a", "17.0.15", "GLIBC_2.17");
    jdk("b", "25.0.3", "GLIBC_2.17");
    jdk("c", "26", "GLIBC_2.17");

    assertThat(find(Map.of()).version()).isEqualTo("25.0.3");
  }

  @Test
  void anOlderOneServesAndWhatThatCostsIsSaid() throws IOException {
    jdk("a", "17.0.15", "GLIBC_2.17");

    Jdk found = find(Map.of());
    assertThat(found.hasAotCache()).isFalse();
    assertThat(JdkFinder.cost(found).orElseThrow()).contains("class-data-sharing", "Temurin 25");
  }

  @Test
  void oneThatTheHostCouldNotLoadIsRefusedAndTheReasonGiven() throws IOException {
    jdk("a", "25.0.3", "GLIBC_2.9 GLIBC_2.34 GLIBC_2.17");

    assertThatThrownBy(() -> find(Map.of()))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("needs glibc 2.34, the host has 2.31")
        .hasMessageContaining("Install Eclipse Temurin 25");
  }

  @Test
  void whatTheHostCouldNotLoadIsPackagedForThisMachineIfThereIsNothingElse() throws IOException {
    jdk("a", "17.0.15", "GLIBC_2.34");

    assertThat(findForThisMachine().version()).isEqualTo("17.0.15");

    jdk("b", "25.0.3", "GLIBC_2.34");
    assertThat(findForThisMachine().version()).isEqualTo("25.0.3");

    jdk("c", "21.0.2", "GLIBC_2.17");
    assertThat(findForThisMachine().version()).as("what is deployed").isEqualTo("21.0.2");
  }

  @Test
  void whatIsTooOldIsNotPackagedForThisMachineEither() throws IOException {
    jdk("a", "11.0.2", "GLIBC_2.17");

    assertThatThrownBy(this::findForThisMachine)
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("Java 11.0.2 is older than 17");
  }

  @Test
  void aJdkOfSeveralNamesIsToldOnce() throws IOException {
    Path jdk = jdk("a", "25.0.3", "GLIBC_2.34");
    Files.createSymbolicLink(place.resolve("default-java"), jdk);

    assertThatThrownBy(() -> find(Map.of("JAVA_HOME", place + "/default-java")))
        .message()
        .containsOnlyOnce("needs glibc 2.34");
  }

  @Test
  void whereThereIsNoneItSaysWhatToInstall() {
    assertThatThrownBy(() -> find(Map.of())).hasMessageContaining("Install Eclipse Temurin 25");
  }

  @Test
  void aHomeThatIsNamedIsTakenOrRefusedNeverPassedOver() throws IOException {
    Path old = jdk("a", "21.0.2", "GLIBC_2.17");
    jdk("b", "25.0.3", "GLIBC_2.17");

    assertThat(find(Map.of("JAVA_25_HOME", old.toString())).version()).isEqualTo("21.0.2");
    assertThatThrownBy(() -> find(Map.of("JAVA_25_HOME", place + "/none")))
        .hasMessageContaining("is no JDK");
  }

  private Jdk findForThisMachine() {
    return new JdkFinder(Map.of(), List.of(place)).findForThisMachine();
  }

  private Jdk find(Map<String, String> environment) {
    return new JdkFinder(environment, List.of(place)).find();
  }

  private Path jdk(String name, String version, String symbols) throws IOException {
    Path home = place.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib/server"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(home.resolve("lib/server/libjvm.so"), symbols);
    Files.createFile(home.resolve("bin/jlink"));
    assertThat(home.resolve("bin/jlink").toFile().setExecutable(true)).isTrue();
    return home;
  }
}
