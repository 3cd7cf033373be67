package dialtone.tools.packaging;

import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/package}. */
@CommandLine.Command(
    name = "scripts/package",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Makes of each function target/<function>.jar, for a host that has Java, and"
          + " target/<function>.zip, which brings its own: exec, a Java runtime, the function, and"
          + " a cache that makes it start fast.",
      "",
      "Needs JDK 25 (JAVA_25_HOME, JAVA_HOME or a usual place), and binutils, zstd and a C compiler"
          + " with the static libraries of C and zstd, which it installs where there is apt. Packages"
          + " that are up to date are left alone."
    })
public final class PackageCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "function",
      description = "Functions by name, or <package>/<function>. All if none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "The host's kind that the zips are for, go or nodejs; else project.yml's.")
  private Optional<Kind> kind;

  @Option(names = "--force", description = "Make anew what is up to date, too.")
  private boolean force;

  private final Path root;

  PackageCommand(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new PackageCommand(Command.root()), arguments));
  }

  @Override
  public Integer call() {
    List<ProjectFunction> all = Project.read(root).functions();
    List<FunctionModule> functions = chosen(all);
    Jdk jdk = JdkFinder.ofThisMachine().find();
    JdkFinder.cost(jdk).ifPresent(System.err::println);
    Packaging packaging =
        new Packaging(
            root,
            jdk,
            kind.orElseGet(() -> Kind.of(all)),
            Variables.of(root, Optional.empty(), System.getenv()));
    packaging.build(functions.toArray(FunctionModule[]::new));
    packaging.make(functions, force, this::tell);
    return 0;
  }

  private void tell(FunctionPackage made) {
    System.out.printf(
        Locale.ROOT,
        "%s: %s %.1f MiB, %s %.1f MiB%n",
        made.qualifiedName(),
        root.relativize(made.zip()),
        mebibytes(made.zip()),
        made.jar().getFileName(),
        mebibytes(made.jar()));
  }

  private List<FunctionModule> chosen(List<ProjectFunction> all) {
    List<FunctionModule> chosen = new ArrayList<>();
    for (String name :
        names.isEmpty() ? all.stream().map(ProjectFunction::qualifiedName).toList() : names) {
      ProjectFunction function =
          all.stream()
              .filter(each -> each.name().equals(name) || each.qualifiedName().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserMistake(
                          "There is no function "
                              + name
                              + " in project.yml. There are: "
                              + String.join(
                                  ", ", all.stream().map(ProjectFunction::qualifiedName).toList())
                              + "."));
      chosen.add(FunctionModule.of(root, function));
    }
    return chosen;
  }

  private static double mebibytes(Path file) {
    return file.toFile().length() / 1024.0 / 1024.0;
  }
}
