package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for the JDK that is to be packaged. */
final class JdkFinder {
  /** Where Linux distributions and installers put JDKs, one in each subdirectory. */
  private static final List<String> USUAL_PLACES =
      List.of("/usr/lib/jvm", "/opt", "/opt/java", "/usr/local", "/usr/java");

  private static final String REMEDY =
      "Install Eclipse Temurin 25 for Linux x64 (Debian and Ubuntu: package temurin-25-jdk of"
          + " Adoptium's repository), or set JAVA_25_HOME to one.";

  private final Map<String, String> environment;
  private final List<Path> places;

  JdkFinder(Map<String, String> environment, List<Path> places) {
    this.environment = environment;
    this.places = places;
  }

  /** Looks in this process's environment and in the usual places. */
  static JdkFinder ofThisMachine() {
    return new JdkFinder(System.getenv(), USUAL_PLACES.stream().map(Path::of).toList());
  }

  /**
   * The JDK for packages that are deployed: the JDK 25 that {@code JAVA_25_HOME} or {@code
   * JAVA_HOME} names or a usual place holds; if there is none that hosts can run, the newest other
   * one.
   *
   * @throws UserMistake if there is none at all, or {@code JAVA_25_HOME} names an unfit one; says
   *     what was looked at, and what to install
   */
  Jdk find() {
    return find(Jdk::unfitness);
  }

  /**
   * The JDK for packages that only this machine runs: the same, and if there is none that hosts can
   * run, the best of the others.
   *
   * @throws UserMistake as above
   */
  Jdk findForThisMachine() {
    return find(Jdk::uselessness);
  }

  private Jdk find(Function<Jdk, Optional<String>> objection) {
    String chosen = environment.getOrDefault("JAVA_25_HOME", "");
    return chosen.isEmpty() ? best(objection) : chosen(chosen, objection);
  }

  private static Jdk chosen(String home, Function<Jdk, Optional<String>> objection) {
    Jdk jdk =
        Jdk.in(Path.of(home))
            .orElseThrow(() -> new UserMistake("JAVA_25_HOME=" + home + " is no JDK. " + REMEDY));
    objection
        .apply(jdk)
        .ifPresent(
            why -> {
              throw new UserMistake(
                  "JAVA_25_HOME=" + home + " cannot be packaged: " + why + ". " + REMEDY);
            });
    return jdk;
  }

  private Jdk best(Function<Jdk, Optional<String>> objection) {
    List<String> refused = new ArrayList<>();
    Optional<Jdk> best =
        candidates().stream()
            .filter(jdk -> isFit(jdk, objection, refused))
            .max(
                Comparator.comparing((Jdk jdk) -> jdk.unfitness().isEmpty())
                    .thenComparing(jdk -> jdk.feature() == Jdk.WITH_AOT_CACHE)
                    .thenComparing(Jdk::feature)
                    .thenComparing(jdk -> jdk.home().toString()));
    return best.orElseThrow(
        () ->
            new UserMistake(
                "No JDK that can be packaged was found"
                    + (refused.isEmpty() ? ". " : ":\n  " + String.join("\n  ", refused) + "\n")
                    + REMEDY));
  }

  /** What a JDK older than 25 costs; empty if nothing. */
  static Optional<String> cost(Jdk jdk) {
    return jdk.hasAotCache()
        ? Optional.empty()
        : Optional.of(
            "No JDK 25 was found: "
                + jdk
                + " gets a class-data-sharing archive instead of an AOT cache: its JVM takes nearly"
                + " twice as long to its first answer. "
                + REMEDY);
  }

  private static boolean isFit(
      Jdk jdk, Function<Jdk, Optional<String>> objection, List<String> refused) {
    Optional<String> why = objection.apply(jdk);
    why.ifPresent(reason -> refused.add(jdk.home() + ": " + reason));
    return why.isEmpty();
  }

  private List<Jdk> candidates() {
    Set<Path> homes = new TreeSet<>();
    Optional.ofNullable(environment.get("JAVA_HOME"))
        .filter(home -> !home.isEmpty())
        .map(Path::of)
        .filter(Files::isDirectory)
        .ifPresent(home -> homes.add(real(home)));
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> inside = Files.list(place)) {
          inside.filter(Files::isDirectory).map(JdkFinder::real).forEach(homes::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return homes.stream().flatMap(home -> Jdk.in(home).stream()).toList();
  }

  /** Distributions give one JDK several names. */
  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
