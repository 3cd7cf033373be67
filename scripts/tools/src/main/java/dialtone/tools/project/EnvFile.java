package dialtone.tools.project;

import dialtone.tools.command.UserMistake;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of settings, {@code NAME=value} a line. */
public final class EnvFile {
  private static final Pattern NAME = Pattern.compile("\\s*([\\w.-]+)\\s*=.*");

  private EnvFile() {}

  /**
   * Reads a file of settings.
   *
   * @throws UserMistake if it is not there or malformed; the message names the line, and never
   *     shows it: it may hold a secret
   */
  public static Map<String, String> read(Path file) {
    List<String> lines = lines(file);
    Map<String, String> settings = new LinkedHashMap<>();
    try {
      Path absolute = file.toAbsolutePath();
      Dotenv.configure()
          .directory(absolute.getParent().toString())
          .filename(absolute.getFileName().toString())
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    } catch (DotenvException e) {
      throw malformed(file, endOf(lines, String.valueOf(e.getMessage())));
    }
    for (int i = 0; i < lines.size(); i++) {
      Matcher named = NAME.matcher(lines.get(i));
      // A quote that is never closed makes the parser drop everything after it.
      if (named.matches() && !settings.containsKey(named.group(1))) {
        throw malformed(file, i);
      }
    }
    return settings;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UserMistake("The settings file " + file + " cannot be read: is it there?", e);
    }
  }

  /** The parser's message ends with the line that it could not read: the longest such line. */
  private static int endOf(List<String> lines, String message) {
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      boolean longer = found < 0 || lines.get(i).length() > lines.get(found).length();
      if (message.endsWith(lines.get(i)) && longer) {
        found = i;
      }
    }
    return found;
  }

  private static UserMistake malformed(Path file, int index) {
    return new UserMistake(
        file + ", line " + (index + 1) + ": expected NAME=value, a comment or an empty line.");
  }
}
