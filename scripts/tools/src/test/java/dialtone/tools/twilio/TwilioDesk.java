package dialtone.tools.twilio;

import dialtone.tools.ShellCommand;
import dialtone.tools.command.Terminal;
import dialtone.tools.project.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;

/** A project of its own, the sample file in it, and a person at the keyboard. */
public final class TwilioDesk {
  public static final String ACCOUNT = "AC" + "a".repeat(32);
  public static final String LISTS = "api/2010-04-01/Accounts/" + ACCOUNT + "/";
  public static final String TOKEN = "the-token-that-nobody-may-see";

  /** What a command said and how it ended. */
  public record Said(int code, String out, String err) {}

  public final Path root;
  public final Map<String, String> environment = new HashMap<>();

  public TwilioDesk(Path root, StandInTwilio twilio) throws IOException {
    this.root = root;
    for (String function : new String[] {"dialplans/outgoing", "dialplans/incoming"}) {
      Files.createDirectories(root.resolve("packages").resolve(function));
    }
    Files.createDirectories(root.resolve("scripts"));
    Files.copy(sample(), root.resolve("scripts/twilio.yml"));
    twilio.account(ACCOUNT, TOKEN);
    environment.put("TWILIO_API_URL", twilio.url());
    environment.put("TWILIO_ACCOUNT_SID", ACCOUNT);
    environment.put("TWILIO_AUTH_TOKEN", TOKEN);
    environment.put("DO_HOST", "https://faas.example.com");
    environment.put("DO_NAMESPACE", "fn-1111");
  }

  /** The file that the project ships. */
  static Path sample() {
    return Path.of("..", "twilio.yml");
  }

  public Path file() {
    return root.resolve("scripts/twilio.yml");
  }

  public void write(String yaml) throws IOException {
    Files.writeString(file(), yaml);
  }

  public String history() throws IOException {
    Path history = root.resolve(".dialtone/history.jsonl");
    return Files.exists(history) ? Files.readString(history) : "";
  }

  /** Types a command, and what it asks for. */
  public Said type(String typed, String... arguments) {
    return type(new StringWriter(), typed, arguments);
  }

  /** The same, of a command that somebody looks at while it runs. */
  Said type(StringWriter out, String typed, String... arguments) {
    CommandLine line = Twilio.commandLine(workplace(out, typed));
    StringWriter err = new StringWriter();
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(out, true));
    int code = line.execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }

  public Said run(String... arguments) {
    return type("", arguments);
  }

  /** Starts a command as a process of its own. */
  ShellCommand start(String... arguments) throws IOException {
    return ShellCommand.main(root, environment, Twilio.class, arguments);
  }

  public Workplace workplace(StringWriter out, String typed) {
    return new Workplace(
        root,
        Map.copyOf(environment),
        new Terminal(new PrintWriter(out, true), new BufferedReader(new StringReader(typed))),
        Duration.ofMillis(1));
  }
}
