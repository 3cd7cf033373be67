package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The JDK's classes that a function can come by. A class is one if code that is reached from the
 * function's entry points names it (ProGuard's analysis of the function and the JDK as a whole), if
 * the JVM loaded it in a rehearsal (which knows of reflection and of the JVM's own calls), or if it
 * is in a package that is kept whole, see {@link WholePackages}.
 */
final class ReachedJdkClasses {
  private static final String TLS = "sun/security/ssl/SSLSocketImpl";

  /** Whoever brings it makes TLS connections, whether a rehearsal came to that or not. */
  private static final String AWS_CLIENT =
      "software/amazon/awssdk/http/urlconnection/UrlConnectionHttpClient";

  private final Path jar;
  private final List<String> keeps;
  private final JdkClasses jdk;
  private final Path workplace;

  ReachedJdkClasses(Path jar, List<String> keeps, JdkClasses jdk, Path workplace) {
    this.jar = jar;
    this.keeps = keeps;
    this.jdk = jdk;
    this.workplace = workplace;
  }

  /**
   * What jlink is to leave out, as it knows files: {@code /module/path}. No package of a module is
   * left without any file: a module's descriptor names its packages, and jlink insists on them.
   *
   * @param classLoadings what the JVM logged of the classes that it loaded, in several rehearsals
   */
  List<String> leftOut(List<String> modules, List<Path> classLoadings) {
    Set<String> loaded = loaded(classLoadings);
    Set<String> reached = new TreeSet<>(named(modules));
    boolean tls = loaded.contains(TLS) || reached.contains(AWS_CLIENT);
    reached.removeIf(WholePackages::drops);
    reached.addAll(loaded);
    List<String> files = List.copyOf(jdk.files(modules).keySet());
    return files.stream()
        .collect(Collectors.groupingBy(file -> file.substring(0, file.lastIndexOf('/'))))
        .values()
        .stream()
        .flatMap(inPackage -> dropped(inPackage, reached, tls).stream())
        .sorted()
        .toList();
  }

  private List<String> dropped(List<String> inPackage, Set<String> reached, boolean tls) {
    List<String> dropped =
        new ArrayList<>(
            inPackage.stream().filter(file -> !isKept(file, reached, tls)).sorted().toList());
    if (dropped.size() == inPackage.size()) {
      dropped.stream().min((a, b) -> Long.compare(size(a), size(b))).ifPresent(dropped::remove);
    }
    return dropped;
  }

  private static boolean isKept(String file, Set<String> reached, boolean tls) {
    String path = file.substring(file.indexOf('/', 1) + 1);
    if (!path.endsWith(".class")) {
      return WholePackages.keepsResource(path);
    }
    String name = path.substring(0, path.length() - ".class".length());
    return name.equals("module-info") || reached.contains(name) || WholePackages.keeps(name, tls);
  }

  private Set<String> named(List<String> modules) {
    Path whole = workplace.resolve("whole.jar");
    List<String> configuration = new ArrayList<>();
    configuration.add("-injars " + ShrunkJar.quoted(jar) + "(**.class)");
    for (String module : modules) {
      configuration.add(
          "-injars "
              + ShrunkJar.quoted(jdk.directory().resolve(module))
              + "(!module-info.class,**.class)");
    }
    configuration.add("-outjars " + ShrunkJar.quoted(whole));
    configuration.add("-ignorewarnings");
    configuration.add("-dontpreverify");
    configuration.addAll(ShrunkJar.rules());
    configuration.addAll(keeps);
    ProGuard.run(workplace.resolve("whole.pro"), configuration);
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UserMistake("cannot read " + whole, e);
    }
  }

  /** {@code [0.01s][info][class,load] java.lang.Object source: jrt:/java.base}. */
  private static Set<String> loaded(List<Path> classLoadings) {
    Set<String> loaded = new TreeSet<>();
    for (Path file : classLoadings) {
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .filter(line -> line.contains(" source: "))
            .map(line -> line.substring(line.lastIndexOf("] ") + 2, line.indexOf(" source: ")))
            .map(name -> name.replace('.', '/'))
            .forEach(loaded::add);
      } catch (IOException e) {
        throw new UserMistake("cannot read " + file, e);
      }
    }
    return loaded;
  }

  private long size(String file) {
    try {
      return Files.size(jdk.directory().resolve(file.substring(1)));
    } catch (IOException e) {
      throw new UserMistake("cannot read " + file, e);
    }
  }
}
