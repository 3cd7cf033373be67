package dialtone.actions.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a deployment was made from.
 *
 * @param commit git's full commit, with {@code -dirty} if files differed from it; {@code unknown}
 *     if there was no git
 * @param built when, ISO 8601 in UTC
 * @param functions what is deployed together, {@code <package>/<function>}, as project.yml has it
 */
record Build(String commit, String built, List<String> functions) {
  /** A name in project.yml: two blanks before a package's, six before a function's. */
  private static final Pattern NAME = Pattern.compile("(  |      )- name: (\\S+)\\s*");

  Build {
    functions = List.copyOf(functions);
  }

  /** What was written into this artifact when it was built. */
  static Build packed() {
    Properties build = new Properties();
    try {
      build.load(new StringReader(text("/dialtone/build.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        text("/dialtone/commit").strip(),
        build.getProperty("built"),
        functions(text("/dialtone/project.yml")));
  }

  /** The functions that a project.yml lists. A YAML parser is no load for a function. */
  static List<String> functions(String projectYml) {
    List<String> functions = new ArrayList<>();
    String packageName = "";
    for (String line : projectYml.lines().toList()) {
      Matcher name = NAME.matcher(line);
      if (name.matches() && name.group(1).length() == 2) {
        packageName = name.group(2);
      } else if (name.matches()) {
        functions.add(packageName + "/" + name.group(2));
      }
    }
    return functions;
  }

  private static String text(String resource) {
    try (InputStream in = Build.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
