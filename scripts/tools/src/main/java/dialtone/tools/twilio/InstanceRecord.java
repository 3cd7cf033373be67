package dialtone.tools.twilio;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an instance was deployed from this machine: {@code .dialtone/instances/<branch>.json}.
 *
 * @param host the API host, with its scheme
 * @param namespace the namespace's ID
 */
public record InstanceRecord(String branch, String host, String namespace) {
  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  /** Scheme, host and path of its functions' URLs. */
  public String base() {
    return FunctionUrl.base(host, namespace);
  }

  /**
   * Whether a URL is one of its functions'. A namespace that DigitalOcean named is one of a kind,
   * whichever host a proxy puts before it.
   */
  public boolean isNamedBy(String url) {
    return FunctionUrl.parse(url)
        .map(FunctionUrl::base)
        .filter(
            base ->
                base.equals(base())
                    || (namespace.startsWith("fn-") && base.endsWith("/" + namespace)))
        .isPresent();
  }

  /** The record of a branch's instance; empty if it was not deployed from here. */
  public static Optional<InstanceRecord> read(Path root, String branch) {
    Path file = file(root, branch);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.fromJson(Files.readString(file), InstanceRecord.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UserMistake(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Writes the record, over an older one. */
  public void write(Path root) {
    Path file = file(root, branch);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.toJson(this) + "\n");
    } catch (IOException e) {
      throw new UserMistake(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Forgets the record of an instance that is gone. */
  public static void forget(Path root, String branch) {
    try {
      Files.deleteIfExists(file(root, branch));
    } catch (IOException e) {
      throw new UserMistake(file(root, branch) + " cannot be removed: " + e.getMessage(), e);
    }
  }

  String setting(String name) {
    return name.equals("DO_HOST") ? host : namespace;
  }

  private static Path file(Path root, String branch) {
    return root.resolve(".dialtone").resolve("instances").resolve(branch + ".json");
  }
}
