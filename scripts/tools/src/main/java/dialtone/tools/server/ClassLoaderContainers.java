package dialtone.tools.server;

import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts the functions of a project from the classes of its modules. Works on a copy of them, as
 * they were when it was made: a later build that fails takes nothing away from it.
 */
public final class ClassLoaderContainers implements ContainerFactory {
  private final Path copies;
  private final Map<String, FunctionModule> modules = new HashMap<>();
  private final Map<String, List<Path>> classPaths = new HashMap<>();

  /**
   * @param project one whose modules are built
   */
  public ClassLoaderContainers(Project project) throws ContainerException {
    Map<Path, Path> copied = new HashMap<>();
    try {
      copies = Files.createTempDirectory("dialtone-classes");
      for (ProjectFunction function : project.functions()) {
        FunctionModule module = FunctionModule.of(project.root(), function);
        List<Path> classPath = new ArrayList<>();
        for (Path path : module.classPath()) {
          classPath.add(Files.isDirectory(path) ? copied.computeIfAbsent(path, this::copy) : path);
        }
        modules.put(function.qualifiedName(), module);
        classPaths.put(function.qualifiedName(), classPath);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ContainerException("The functions are not built: " + e, e);
    }
  }

  @Override
  public Container start(ProjectFunction function, Map<String, String> settings)
      throws ContainerException {
    String name = function.qualifiedName();
    return ClassLoaderContainer.load(
        modules.get(name).actionClass(), classPaths.get(name), settings);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(copies)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copy(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      Path copy = Files.createTempDirectory(copies, "classes");
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, copy.resolve(directory.relativize(file).toString()));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
