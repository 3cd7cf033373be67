package dialtone.tools.project;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What is deployed: the functions of project.yml.
 *
 * @param root the directory of project.yml
 * @param functions in the file's order
 */
public record Project(Path root, List<ProjectFunction> functions) {
  private static final String FILE = "project.yml";

  public Project {
    functions = List.copyOf(functions);
  }

  /**
   * Reads {@code project.yml} in {@code root}.
   *
   * @throws UserMistake if it is not there, is no YAML, or holds something that the deployer would
   *     refuse; the message names the line and the key
   */
  public static Project read(Path root) {
    try (Reader reader = Files.newBufferedReader(root.resolve(FILE))) {
      Node document = new Yaml(new LoaderOptions()).compose(reader);
      if (document == null) {
        throw new UserMistake(FILE + " is empty: it must list packages.");
      }
      return new Project(root, ProjectReader.read(YamlMapping.of(FILE, document, FILE)));
    } catch (NoSuchFileException e) {
      throw new UserMistake("There is no " + FILE + " in " + root + ".", e);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new UserMistake(FILE + ", line " + line + ": " + e.getProblem() + ".", e);
    } catch (YAMLException | IOException e) {
      throw new UserMistake(FILE + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The function that is named {@code <package>/<function>}. */
  public Optional<ProjectFunction> function(String qualifiedName) {
    return functions.stream()
        .filter(function -> function.qualifiedName().equals(qualifiedName))
        .findFirst();
  }
}
