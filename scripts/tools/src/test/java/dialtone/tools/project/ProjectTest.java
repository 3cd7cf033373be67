package dialtone.tools.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {
  @TempDir private Path root;

  @Test
  void readsPackagesFunctionsLimitsAndEnvironment() throws IOException {
    Project project =
        read(
            """
            environment:
              EVERYWHERE: everywhere
            packages:
              - name: dialplans
                environment:
                  INSTANCE: "${INSTANCE}"
                functions:
                  - name: outgoing
                    runtime: go:1.20
                    web: raw
                    limits: {timeout: 10000, memory: 512}
                    environment: {INSTANCE: stage}
                  - name: nightly
                    web: false
                    triggers:
                      - name: every-night
                        type: SCHEDULED
                        scheduledDetails: {cron: "0 3 * * *"}
            """);
    ProjectFunction outgoing = project.function("dialplans/outgoing").orElseThrow();
    assertThat(outgoing.runtime()).isEqualTo("go:1.20");
    assertThat(outgoing.web()).isEqualTo(Web.RAW);
    assertThat(outgoing.limits()).isEqualTo(new Limits(Duration.ofSeconds(10), 512));
    assertThat(outgoing.environment())
        .containsEntry("EVERYWHERE", "everywhere")
        .containsEntry("INSTANCE", "stage");
    ProjectFunction nightly = project.function("dialplans/nightly").orElseThrow();
    assertThat(nightly.web()).isEqualTo(Web.NO);
    assertThat(nightly.limits()).isEqualTo(new Limits(Duration.ofSeconds(3), 256));
    assertThat(nightly.environment()).containsEntry("INSTANCE", "${INSTANCE}");
    assertThat(project.function("dialplans/none")).isEmpty();
  }

  @Test
  void readsThisProject() {
    assertThat(Project.read(Command.root().resolve("../..").normalize()).functions())
        .extracting(ProjectFunction::qualifiedName)
        .contains("dialplans/outgoing", "dialplans/dial_status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          packages:\\n  - name: p\\n    colour: red            | line 3: unknown key colour
          packages:\\n  - functions: []                        | line 2: name is missing
          packages:\\n  - name: p\\n    functions: none        | line 3: functions must be a list
          packages: [{name: p, functions: [{name: f, web: 7}]}] | line 1: web is "7"
          packages: [{name: p, functions: [{name: f, limits: {timeout: soon}}]}] | timeout is "soon"
          packages: [{name: p, functions: [{name: f, limits: {memory: 0}}]}] | memory is 0
          packages: [{name: p, functions: [{name: f, limits: {cpu: 1}}]}] | unknown key cpu
          packages: [{name: p, functions: [{name: f}, {name: f}]}] | p/f is there twice
          packages: [{name: p, name: q}]                        | name is there twice
          packages: [{name: p, functions: [f]}]                 | must hold keys and values
          packages:\\n\\t- name: p                              | line 2: found character '\\t
          packages: [                                           | line 1
          - packages                                            | must hold keys and values
          """)
  void aMistakeIsNamedWithItsKeyAndLine(String yaml, String mistake) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n").replace("\\t", "\t")))
        .isInstanceOf(UserMistake.class)
        .hasMessageStartingWith("project.yml")
        .hasMessageContaining(mistake.replace("\\t", ""));
  }

  @Test
  void anEmptyFileAndAMissingOneAreMistakes() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> Project.read(root.resolve("elsewhere")))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("There is no project.yml in");
  }

  private Project read(String yaml) throws IOException {
    Files.writeString(root.resolve("project.yml"), yaml);
    return Project.read(root);
  }
}
