package dialtone.tools.bench;

import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.packaging.Packaging;
import dialtone.tools.packaging.RehearsedCall;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/bench}. */
@CommandLine.Command(
    name = "scripts/bench start",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Measures packaged functions: the size of their zips, how long they take from start to"
          + " acknowledgement and from there to the first answer, how long when warm, and their"
          + " memory. Beside each its jar on the plain JVM that runs this; and Node.js with Twilio's"
          + " package, which answers as dialplans/outgoing does, if node and npm are there. All take"
          + " turns in one run.",
      "",
      "A function of the dialplans is asked to dial a number, any other the first request of its"
          + " rehearsal, without a database: it may say that there is none (status 503)."
    })
public final class Bench implements Callable<Integer> {
  private static final String OUTGOING = "dialplans/outgoing";

  @Parameters(
      paramLabel = "function",
      description = "<package>/<function> each; all if none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "15",
      description = "Starts of each, at least 15 for figures to be kept (15).")
  private int starts;

  @Option(
      names = "--warm",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Requests after the first one of the last start (2000).")
  private int warm;

  private final Path root;

  Bench(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Bench(Command.root()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("bench");
    List<Measurement> measurements = new ArrayList<>();
    for (Contestant contestant : contestants(work)) {
      measurements.add(new Measurement(contestant, RehearsedCall.ENVIRONMENT));
    }
    for (int i = 0; i < starts; i++) {
      System.err.printf("Start %d of %d …%n", i + 1, starts);
      for (Measurement measurement : measurements) {
        measurement.start(i == starts - 1 ? warm : 0);
      }
    }
    print(measurements);
    return 0;
  }

  private List<Contestant> contestants(Path work) throws IOException, InterruptedException {
    Packaging packaging =
        Packaging.onThisMachine(root, Variables.of(root, Optional.empty(), Map.of()));
    List<Contestant> contestants = new ArrayList<>();
    List<FunctionModule> modules =
        chosen().stream().map(function -> FunctionModule.of(root, function)).toList();
    packaging.build(modules.toArray(FunctionModule[]::new));
    System.err.println("Packaging what is not up to date …");
    List<Path> zips = packaging.zips(modules);
    for (int i = 0; i < zips.size(); i++) {
      FunctionModule module = modules.get(i);
      Path zip = zips.get(i);
      Path image = zip.resolveSibling("package/image");
      contestants.add(
          new Contestant(
              module.qualifiedName(),
              Optional.of(zip),
              List.of("./exec"),
              work,
              size(image),
              RehearsedCall.line(module)));
      contestants.add(plainJvm(module, packaging, work));
    }
    FunctionModule outgoing =
        FunctionModule.of(root, Project.read(root).function(OUTGOING).orElseThrow());
    node(work, RehearsedCall.line(outgoing)).ifPresent(contestants::add);
    return contestants;
  }

  private List<ProjectFunction> chosen() {
    Project project = Project.read(root);
    if (names.isEmpty()) {
      return project.functions();
    }
    return names.stream()
        .map(
            name ->
                project
                    .function(name)
                    .orElseThrow(
                        () -> new UserMistake("There is no function " + name + " in project.yml.")))
        .toList();
  }

  private static Contestant plainJvm(FunctionModule module, Packaging packaging, Path work) {
    Path jar = module.target().resolve(module.name() + ".jar");
    String classPath =
        jar
            + File.pathSeparator
            + packaging.loop().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    return new Contestant(
        module.name() + ".jar, Java " + Runtime.version().feature(),
        Optional.empty(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            classPath,
            "dialtone.actionloop.ActionLoop",
            module.actionClass()),
        work,
        0,
        RehearsedCall.line(module));
  }

  /** Empty, and said, if there is no Node.js or its package cannot be had. */
  private static Optional<Contestant> node(Path work, String line)
      throws IOException, InterruptedException {
    for (String name : List.of("package.json", "loop.js")) {
      try (InputStream file = Bench.class.getResourceAsStream(name)) {
        Files.copy(file, work.resolve(name));
      }
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund")
              .directory(work.toFile())
              .redirectErrorStream(true)
              .start();
      npm.getInputStream().readAllBytes();
      if (npm.waitFor() != 0) {
        throw new IOException("npm install failed");
      }
    } catch (IOException e) {
      System.err.println("Without Node.js: " + e.getMessage() + ".");
      return Optional.empty();
    }
    return Optional.of(
        new Contestant(
            "Node.js, twilio",
            Optional.empty(),
            List.of("/usr/bin/env", "node", work.resolve("loop.js").toString()),
            work,
            size(work),
            line));
  }

  private static long size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void print(List<Measurement> measurements) {
    System.out.printf(
        "Medians of %d starts; warm: %d requests. Milliseconds, MiB.%n", starts, warm);
    System.out.println(
        "| | zip | unpacked | unzstd | acknowledged | first answer | both | warm | p99 | at rest |"
            + " peak |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Measurement measurement : measurements) {
      System.out.println("| " + String.join(" | ", measurement.row()) + " |");
    }
  }
}
