package dialtone.tools.doctor;

import dialtone.tools.project.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the settings are filled in that accounts elsewhere give. Asks nobody, shows no secret.
 */
final class SettingChecks {
  private static final Pattern TWILIO_TOKEN = Pattern.compile("[0-9a-f]{32}");
  private static final List<String> AWS_USES =
      List.of("AWS_TOPIC_ARN", "EXTENSIONS_TABLE", "CALLS_TABLE");
  private static final Pattern AWS_KEY_ID = Pattern.compile("A[KS]IA[A-Z0-9]{12,}");

  private final Path root;
  private final Variables settings;

  SettingChecks(Path root, Variables settings) {
    this.root = root;
    this.settings = settings;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Files.exists(root.resolve(".env"))
            ? Finding.well(".env is there")
            : Finding.wrong("there is no .env", "cp .env.sample .env, and fill it in."));
    findings.add(
        form(
            "TWILIO_AUTH_TOKEN",
            TWILIO_TOKEN,
            "Twilio's console shows it: 32 hexadecimal digits. Without it only dev answers."));
    if (AWS_USES.stream().anyMatch(name -> settings.get(name).isPresent())) {
      findings.add(form("AWS_ACCESS_KEY_ID", AWS_KEY_ID, "See README-aws.md: the user's key."));
      findings.add(
          form("AWS_SECRET_ACCESS_KEY", Pattern.compile("\\S{20,}"), "See README-aws.md."));
    } else {
      findings.add(Finding.well("AWS is not used: no " + String.join(", no ", AWS_USES)));
    }
    return findings;
  }

  private Finding form(String name, Pattern form, String remedy) {
    return settings
        .get(name)
        .map(
            value ->
                form.matcher(value).matches()
                    ? Finding.well(name + " is set")
                    : Finding.wrong(name + " does not look like one", remedy))
        .orElseGet(() -> Finding.missing(name + " is not set", remedy));
  }
}
