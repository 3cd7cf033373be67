package dialtone.tools.smoke;

import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.SettingsFile;
import dialtone.tools.project.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/smoke}. */
@CommandLine.Command(
    name = "scripts/smoke",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Posts every row of the dialplans to a running instance, signed as Twilio signs, and compares"
          + " the TwiML. No request makes a call.",
      "",
      "TWILIO_AUTH_TOKEN and the instance's other settings come from the environment, then from .env"
          + " (or the file given), then from .env.sample. The extensions are those of the bundled"
          + " directory."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every answer was as expected",
      "1:an answer differs",
      "2:wrong arguments, or the instance cannot be reached"
    })
public final class Smoke implements Callable<Integer> {
  private static final int UNREACHABLE = 2;

  @Option(
      names = "--url",
      paramLabel = "BASE",
      defaultValue = "http://127.0.0.1:8080/api/v1/web/local",
      description = "The URL of the namespace (${DEFAULT-VALUE}).")
  private String url;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description = "Sends ?instance=NAME, as Twilio does for the instance that is NAME.")
  private Optional<String> instance;

  @Mixin private SettingsFile settings = new SettingsFile();

  private final Path root;
  private final SmokeReport report = new SmokeReport(System.out);

  Smoke(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Smoke(Command.root()), arguments));
  }

  @Override
  public Integer call() throws Exception {
    Variables variables = settings.variables(root);
    Optional<String> token = variables.get("TWILIO_AUTH_TOKEN");
    String base = base();
    String publicBase =
        variables
            .get("PUBLIC_URL")
            .map(address -> withoutSlash(address) + URI.create(base).getRawPath())
            .orElse(base);
    RunningInstance running = new RunningInstance(base, publicBase, token);
    Cast cast =
        new Cast(
            new BundledDirectory().directory(),
            variables::get,
            instance.or(() -> variables.get("INSTANCE")).orElse("dev"),
            running.publicUrl("dial_status") + query());
    if (token.isEmpty()) {
      System.out.println("TWILIO_AUTH_TOKEN is not set: the requests are not signed.");
    }
    try {
      for (DialplanCase row : DialplanCases.all()) {
        run(row, cast, running);
      }
      refuseForgery(running, token);
    } catch (IOException e) {
      throw new UserMistake(
          base
              + " cannot be reached ("
              + reason(e)
              + "): is it running? scripts/dev starts one here.",
          UNREACHABLE,
          e);
    }
    return report.close() ? 0 : 1;
  }

  private void run(DialplanCase row, Cast cast, RunningInstance running)
      throws IOException, InterruptedException {
    if (!row.applies().test(cast)) {
      if (!row.instead()) {
        report.leftOut(row.toString());
      }
      return;
    }
    TwilioRequest request = cast.filledIn(row.request());
    String name = instance.map(value -> "instance=" + value).orElse("");
    HttpResponse<String> answer = running.post(row.function(), request.withQuery(name));
    report.answered(row.toString(), Difference.of(answer, cast.filledIn(row.verbs())));
  }

  private void refuseForgery(RunningInstance running, Optional<String> token)
      throws IOException, InterruptedException {
    String title = "a wrong signature";
    if (token.isEmpty()) {
      report.leftOut(title);
      return;
    }
    TwilioRequest forged =
        TwilioRequest.fromSip("nobody-here", "5035551212")
            .signed(token.get() + "x", running.publicUrl("outgoing"));
    int status = running.postAsIs("outgoing", forged).statusCode();
    report.answered(
        title,
        status == 403 ? Optional.empty() : Optional.of("status " + status + ": expected 403"));
  }

  private String base() {
    String base = withoutSlash(url);
    try {
      URI uri = URI.create(base);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      throw notBase(e);
    }
    throw notBase(null);
  }

  private UserMistake notBase(Exception cause) {
    return new UserMistake(
        "--url "
            + url
            + " is no URL such as https://host/api/v1/web/namespace, without a function's name.",
        UNREACHABLE,
        cause);
  }

  private String query() {
    return instance.map(name -> "?instance=" + name).orElse("");
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
