package dialtone.tools.simulator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, installed with apt if it is missing, and Playwright to drive it. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() throws IOException, InterruptedException {
    Path program = found().isPresent() ? found().get() : install();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Path> found() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path install() throws IOException, InterruptedException {
    List<String> asRoot =
        System.getProperty("user.name").equals("root") ? List.of() : List.of("sudo");
    run(asRoot, "apt-get", "update", "-q");
    run(
        asRoot,
        "apt-get",
        "install",
        "-q",
        "-y",
        "--no-install-recommends",
        "chromium",
        "fonts-dejavu-core");
    return found().orElseThrow(() -> new AssertionError("apt installed no Chromium on the PATH"));
  }

  private static void run(List<String> asRoot, String... command)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(asRoot);
    whole.addAll(List.of(command));
    int code =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new AssertionError(
          "The page is tested in Chromium: install it and try again ("
              + String.join(" ", whole)
              + " failed).");
    }
  }
}
