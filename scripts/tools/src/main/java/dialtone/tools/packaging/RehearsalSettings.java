package dialtone.tools.packaging;

import dialtone.tools.project.EnvFile;
import dialtone.tools.project.Variables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings that functions are rehearsed with: those of .env.sample, and a stand-in for AWS. */
final class RehearsalSettings {
  private static final String UNSET = "-";
  private static final Set<String> ALWAYS = Set.of("TWILIO_AUTH_TOKEN");

  private final Map<String, String> settings;
  private final Variables deployed;

  /**
   * @param deployed the settings that the functions will be deployed with, as far as they are known
   */
  RehearsalSettings(Path root, Variables deployed) {
    this.settings = new TreeMap<>(EnvFile.read(root.resolve(".env.sample")));
    this.deployed = deployed;
    settings.replaceAll(RehearsalSettings::rehearsed);
    settings.put("TWILIO_AUTH_TOKEN", RehearsalRequests.TOKEN);
    settings.put("AWS_ACCESS_KEY_ID", "rehearsal");
    settings.put("AWS_SECRET_ACCESS_KEY", "rehearsal");
    settings.put("__OW_WAIT_FOR_ACK", "1");
    settings.put("__OW_API_HOST", RehearsalRequests.API_HOST);
    settings.put("__OW_NAMESPACE", RehearsalRequests.NAMESPACE);
  }

  /** Everything set that can be; the SDK looks for AWS itself. */
  Map<String, String> all() {
    return new TreeMap<>(settings);
  }

  /** Everything set that can be, with a stand-in for AWS. */
  Map<String, String> all(String awsUrl) {
    Map<String, String> all = all();
    all.put("AWS_ENDPOINT_URL_SNS", awsUrl);
    all.put("AWS_ENDPOINT_URL_DYNAMODB", awsUrl);
    return all;
  }

  /** Only what is set in the deployment, too: a service that is not used need not be prepared. */
  Map<String, String> asDeployed(String awsUrl) {
    Map<String, String> kept = all(awsUrl);
    kept.keySet().removeAll(notDeployed());
    return kept;
  }

  /** The settings that the deployment leaves out. */
  Set<String> notDeployed() {
    Set<String> names = new TreeSet<>(settings.keySet());
    names.removeIf(
        name ->
            name.startsWith("__OW_") || ALWAYS.contains(name) || deployed.get(name).isPresent());
    return names;
  }

  /** Whether a setting's value is one, and not what leaves it out. */
  static boolean isSet(String value) {
    return !value.equals(UNSET);
  }

  private static String rehearsed(String name, String sample) {
    if (isSet(sample)) {
      return sample;
    }
    if (name.endsWith("_TABLE")) {
      return "rehearsal";
    }
    return name.endsWith("_ARN") ? "arn:aws:sns:us-west-2:000000000000:rehearsal" : UNSET;
  }
}
