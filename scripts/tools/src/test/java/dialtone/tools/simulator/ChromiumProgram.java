package dialtone.tools.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The browser that tests use: the machine's own; if it has none, apt's (Debian); if apt has it as a
 * snap only (Ubuntu), the one that Playwright downloads.
 */
final class ChromiumProgram {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Pattern VERSION = Pattern.compile("Chrom\\w+ \\d+\\.\\d+");

  private ChromiumProgram() {}

  /**
   * Its path; installs one if there is none.
   *
   * @param ofPlaywright where Playwright's is, if it has been downloaded
   */
  static Path installed(Path ofPlaywright) throws InterruptedException {
    Optional<Path> found = found(System.getenv("PATH"));
    if (found.isPresent()) {
      return found.get();
    }
    if (Files.isExecutable(ofPlaywright)) {
      return ofPlaywright;
    }
    String apt = install();
    Optional<Path> installed = found(System.getenv("PATH"));
    if (installed.isPresent()) {
      return installed.get();
    }
    String download = run(playwrightsInstaller());
    if (Files.isExecutable(ofPlaywright)) {
      return ofPlaywright;
    }
    throw new AssertionError(
        "The page is tested in Chromium: install Chromium or Google Chrome, not as a snap, and try"
            + " again. Neither apt nor Playwright could:\n"
            + apt
            + download);
  }

  /** The first of a PATH's that runs and is no snap: a snap sees neither our files nor pipes. */
  static Optional<Path> found(String path) throws InterruptedException {
    for (String folder : path.split(":", -1)) {
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          String version = run(List.of(program.toString(), "--version"));
          if (VERSION.matcher(version).find() && !version.contains("snap")) {
            return Optional.of(program);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String install() throws InterruptedException {
    List<String> asRoot =
        System.getProperty("user.name").equals("root") ? List.of() : List.of("sudo");
    List<String> update = new ArrayList<>(asRoot);
    update.addAll(List.of("apt-get", "update", "-q"));
    List<String> install = new ArrayList<>(asRoot);
    install.addAll(
        List.of(
            "apt-get",
            "install",
            "-q",
            "-y",
            "--no-install-recommends",
            "chromium",
            "fonts-dejavu-core"));
    return run(update) + run(install);
  }

  /** Its own program, which also installs with apt the libraries that its Chromium asks for. */
  private static List<String> playwrightsInstaller() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "com.microsoft.playwright.CLI",
        "install",
        "--with-deps",
        "--no-shell",
        "chromium");
  }

  /** What a command printed; if there is none of that name, that. */
  private static String run(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return String.join(" ", command) + "\n" + output;
    } catch (IOException e) {
      return e.getMessage() + "\n";
    }
  }
}
