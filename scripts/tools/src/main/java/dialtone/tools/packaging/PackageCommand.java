package dialtone.tools.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/package}. */
@Command(
    name = "scripts/package",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes of each function target/<function>.jar, for a host that has Java, and"
          + " target/<function>.zip, which brings its own.",
      "The zip holds exec, a Java runtime, the function and a start cache."
    })
public final class PackageCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "function",
      description = "Functions by name, or <package>/<function>. All if none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "go",
      description = "Whose zip: go (the default) or nodejs.")
  private String kind;

  @Option(names = "--force", description = "Make anew what is up to date, too.")
  private boolean force;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new PackageCommand())
            .setExecutionExceptionHandler(
                (e, line, result) -> {
                  if (!(e instanceof PackagingException)) {
                    throw e;
                  }
                  line.getErr().println(e.getMessage());
                  return CommandLine.ExitCode.SOFTWARE;
                })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path root = Path.of(System.getProperty("dialtone.root"));
    Kind chosen = kind();
    List<FunctionModule> functions = chosen(FunctionModule.all(root));
    build(root, functions);
    Jdk jdk = JdkFinder.ofThisMachine().find();
    JdkFinder.cost(jdk).ifPresent(System.err::println);
    List<Path> loop = loopClassPath(root);
    for (FunctionModule function : functions) {
      FunctionPackage made = new FunctionPackage(function, root, jdk);
      Fingerprint fingerprint = Fingerprint.of(function, root, loop, jdk, chosen);
      if (force || !fingerprint.isOf(made)) {
        made.make(loop, chosen);
        fingerprint.note(made);
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %s %.1f MiB, %s %.1f MiB%n",
          function.fullName(),
          root.relativize(made.zip()),
          mebibytes(made.zip()),
          made.jar().getFileName(),
          mebibytes(made.jar()));
    }
    return 0;
  }

  private Kind kind() {
    return Arrays.stream(Kind.values())
        .filter(each -> each.name().equalsIgnoreCase(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new PackagingException("\"" + kind + "\" is no kind: --kind go or --kind nodejs"));
  }

  private List<FunctionModule> chosen(List<FunctionModule> all) {
    if (names.isEmpty()) {
      return all;
    }
    List<FunctionModule> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(each -> each.name().equals(name) || each.fullName().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new PackagingException(
                          "There is no function " + name + ". There are: " + names(all))));
    }
    return chosen;
  }

  private static String names(List<FunctionModule> all) {
    return String.join(", ", all.stream().map(FunctionModule::fullName).toList());
  }

  private static void build(Path root, List<FunctionModule> functions) {
    List<String> modules = new ArrayList<>(List.of("lib/actionloop"));
    functions.forEach(each -> modules.add(root.relativize(each.directory()).toString()));
    Program.run(
        root,
        List.of("mvn", "-q", "-B", "-am", "-pl", String.join(",", modules), "process-classes"));
  }

  private static List<Path> loopClassPath(Path root) throws IOException {
    Path target = root.resolve("lib/actionloop/target");
    List<Path> classPath = new ArrayList<>(List.of(target.resolve("classes")));
    Arrays.stream(
            Files.readString(target.resolve("classpath")).strip().split(File.pathSeparator, -1))
        .map(Path::of)
        .forEach(classPath::add);
    return classPath;
  }

  private static double mebibytes(Path file) throws IOException {
    return Files.size(file) / 1024.0 / 1024.0;
  }
}
