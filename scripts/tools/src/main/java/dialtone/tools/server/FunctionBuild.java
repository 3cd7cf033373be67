package dialtone.tools.server;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Project;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the functions' modules with Maven. */
final class FunctionBuild {
  private final Path root;

  FunctionBuild(Path root) {
    this.root = root;
  }

  void ifStale(Project project, PrintStream out) throws IOException, InterruptedException {
    out.println("Building the functions …");
    if (!run(project.functions().stream().map(f -> FunctionModule.of(root, f)).toList())) {
      throw new UserMistake("The functions do not build: see above.");
    }
  }

  boolean run(List<FunctionModule> modules) throws IOException, InterruptedException {
    String projects =
        modules.stream()
            .map(module -> root.relativize(module.directory()).toString())
            .collect(Collectors.joining(","));
    List<String> command =
        new ArrayList<>(List.of("mvn", "-q", "-B", "-pl", projects, "-am", "process-classes"));
    return new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor() == 0;
  }
}
