package dialtone.tools.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.Checkout;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowTest {

  @ParameterizedTest
  @MethodSource("workflows")
  void everyActionIsPinnedByItsCommit(Workflow workflow) {
    assertThat(workflow.steps())
        .filteredOn(step -> step.containsKey("uses"))
        .isNotEmpty()
        .allSatisfy(
            step -> assertThat((String) step.get("uses")).matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void theTokenMayOnlyReadUnlessAJobSaysOtherwise(Workflow workflow) {
    assertThat(workflow.yaml()).containsEntry("permissions", Map.of("contents", "read"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyStepIsAScriptOfOursAndNoOutsidersTextIsPartOfIt(Workflow workflow) {
    assertThat(workflow.runLines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line).doesNotContain("${{");
              String command = line.substring(0, (line + " ").indexOf(' '));
              assertThat(
                      command.equals("doctl") || Files.isExecutable(Checkout.ROOT.resolve(command)))
                  .as(command + " is there")
                  .isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void secretsAreInTheEnvironmentOfSingleStepsOnly(Workflow workflow) {
    assertThat(String.valueOf(workflow.yaml().get("env"))).doesNotContain("secrets.");
    for (Map<String, Object> job : workflow.jobs()) {
      assertThat(String.valueOf(job.get("env"))).doesNotContain("TOKEN", "SECRET", "PASSWORD");
    }
    assertThat(workflow.runLines()).allSatisfy(line -> assertThat(line).doesNotContain("secrets"));
  }

  static List<Workflow> workflows() {
    return Workflow.all();
  }
}
