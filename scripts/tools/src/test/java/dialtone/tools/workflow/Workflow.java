package dialtone.tools.workflow;

import dialtone.tools.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** A workflow of .github/workflows. */
record Workflow(String name, Map<String, Object> yaml) {

  static List<Workflow> all() {
    try (Stream<Path> files = Files.list(Checkout.ROOT.resolve(".github/workflows"))) {
      return files.sorted().map(Workflow::read).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Workflow named(String name) {
    return read(Checkout.ROOT.resolve(".github/workflows").resolve(name + ".yml"));
  }

  private static Workflow read(Path file) {
    try {
      return new Workflow(file.getFileName().toString(), new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<Map<String, Object>> jobs() {
    return maps(((Map<?, ?>) yaml.get("jobs")).values().stream());
  }

  List<Map<String, Object>> steps() {
    List<Map<String, Object>> steps = new ArrayList<>();
    jobs().forEach(job -> steps.addAll(maps(((List<?>) job.get("steps")).stream())));
    return steps;
  }

  List<String> runLines() {
    return steps().stream()
        .flatMap(step -> Optional.ofNullable((String) step.get("run")).stream())
        .toList();
  }

  @SuppressWarnings("unchecked") // YAML's mappings here have texts as keys
  private static List<Map<String, Object>> maps(Stream<?> values) {
    return values.map(value -> (Map<String, Object>) value).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
