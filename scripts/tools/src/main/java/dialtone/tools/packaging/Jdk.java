package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK that a runtime image can be made from.
 *
 * @param feature its feature release: 25
 * @param version its full version
 */
record Jdk(Path home, int feature, String version) {
  /** The release whose AOT cache makes the start fast. */
  static final int WITH_AOT_CACHE = 25;

  /** The oldest that the functions run on. */
  static final int OLDEST = 17;

  /** The JDK in a directory; empty if there is none, or one without jlink. */
  static Optional<Jdk> in(Path home) {
    Properties release = new Properties();
    try (var text = Files.newBufferedReader(home.resolve("release"))) {
      release.load(text);
    } catch (IOException e) {
      return Optional.empty();
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    String feature = version.replaceFirst("^1\\.", "").replaceFirst("\\D.*", "");
    if (feature.isEmpty() || !Files.isExecutable(home.resolve("bin/jlink"))) {
      return Optional.empty();
    }
    return Optional.of(new Jdk(home, Integer.parseInt(feature), version));
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  /**
   * Runs one of its tools that are written in Java; with the small compiler and collector, which
   * take half the time for what is over in seconds.
   *
   * @return what it printed
   * @throws UserMistake if it fails; tells the end of what it printed
   */
  String run(String tool, Path directory, List<?>... arguments) {
    List<Object> command =
        new ArrayList<>(List.of(tool(tool), "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1"));
    Stream.of(arguments).forEach(command::addAll);
    return Program.run(directory, command);
  }

  boolean hasAotCache() {
    return feature >= WITH_AOT_CACHE;
  }

  /** Why no package of it would run anywhere; empty if one does. */
  Optional<String> uselessness() {
    if (feature < OLDEST) {
      return Optional.of("Java " + version + " is older than " + OLDEST);
    }
    return Files.exists(jvm())
        ? Optional.empty()
        : Optional.of("it is no JDK for Linux: there is no " + jvm());
  }

  /** Why a host could not run a package of it; empty if it can. */
  Optional<String> unfitness() {
    return uselessness().or(this::newerGlibc);
  }

  private Optional<String> newerGlibc() {
    return GlibcVersion.needed(jvm())
        .filter(needed -> needed.compareTo(GlibcVersion.HOST) > 0)
        .map(
            needed ->
                "it needs glibc "
                    + needed
                    + ", the host has "
                    + GlibcVersion.HOST
                    + " (a JDK built by a newer Linux distribution)");
  }

  private Path jvm() {
    return home.resolve("lib/server/libjvm.so");
  }

  @Override
  public String toString() {
    return home + " (Java " + version + ")";
  }
}
