package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Writes a file that describes what is live in the stack's account.",
      "Passwords are not in it: Twilio does not tell them."
    })
final class Import implements Runnable {
  private final Workplace workplace;
  @Mixin private StackOptions options;

  @Option(names = "--force", description = "Writes over a file that is there.")
  private boolean force;

  Import(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public void run() {
    Path file = workplace.root().resolve(options.file);
    if (Files.exists(file) && !force) {
      throw new UserMistake(
          file + " is there already: name another with --file, or write over it with --force");
    }
    StackSession session = options.session(workplace);
    boolean promoted = options.stack.equals("prod");
    FunctionUrls functions = new FunctionUrls(workplace.root(), workplace.environment());
    ImportedFile imported =
        new ImportedFile(session.live(), options.stack, promoted, functions::has);
    String yaml = imported.yaml();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, yaml, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UserMistake(file + " cannot be written: " + e.getMessage(), e);
    }
    imported.leftOut().forEach(workplace::say);
    workplace.say(
        "Wrote %s. Compare: scripts/twilio preview --stack %s --file %s"
            .formatted(file, options.stack, options.file));
  }
}
