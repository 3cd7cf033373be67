package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Without what other classes a class cannot be used, whatever is called of it: its superclass and
 * interfaces (JVM specification 5.3.5), and its nest host where it has one (5.4.4).
 */
final class Supertypes {
  private final Map<String, Path> files;
  private final Map<String, String> fileOfClass = new HashMap<>();
  private final Map<String, List<String>> direct = new HashMap<>();

  /**
   * @param files by their names as jlink knows them: {@code /java.base/java/lang/Object.class}
   */
  Supertypes(Map<String, Path> files) {
    this.files = files;
    for (String file : files.keySet()) {
      JdkClasses.className(JdkClasses.path(file)).ifPresent(name -> fileOfClass.put(name, file));
    }
  }

  /** Files, the files of their classes' supertypes, of theirs, and so on. */
  Set<String> with(Collection<String> some) {
    Set<String> all = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(some);
    while (!next.isEmpty()) {
      String file = next.remove();
      if (all.add(file)) {
        next.addAll(direct.computeIfAbsent(file, this::read));
      }
    }
    return all;
  }

  private List<String> read(String file) {
    List<String> classes = new ArrayList<>();
    if (JdkClasses.className(JdkClasses.path(file)).isEmpty()) {
      return classes;
    }
    try {
      ClassReader reader = new ClassReader(Files.readAllBytes(files.get(file)));
      classes.addAll(List.of(reader.getInterfaces()));
      if (reader.getSuperName() != null) {
        classes.add(reader.getSuperName());
      }
      reader.accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public void visitNestHost(String host) {
              classes.add(host);
            }
          },
          ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UserMistake("cannot read " + files.get(file), e);
    }
    return classes.stream().map(fileOfClass::get).filter(Objects::nonNull).toList();
  }
}
