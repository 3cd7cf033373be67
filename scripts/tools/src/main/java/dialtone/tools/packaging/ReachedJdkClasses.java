package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The JDK's classes that a function can come by. A class is one if code that is reached from the
 * function's entry points names it (ProGuard's analysis of the function and the JDK as a whole), if
 * the JVM loaded it in a rehearsal (which knows of reflection and of the JVM's own calls), if it is
 * in a package that is kept whole, see {@link WholePackages}, or if one of these cannot be loaded
 * without it, see {@link Supertypes}.
 */
final class ReachedJdkClasses {
  private static final String XML = "/java.xml/";
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
    boolean tls = loaded.contains(TLS) || isInJar(AWS_CLIENT);
    Map<String, Path> files = jdk.files(modules);
    Set<String> reached = new TreeSet<>(named(modules, entryPoints(files, loaded, tls)));
    reached.removeIf(WholePackages::drops);
    reached.addAll(loaded);
    // What is kept comes as the JDK has it, so with supertypes that the analysis saw no use for.
    Supertypes supertypes = new Supertypes(files);
    Set<String> kept =
        supertypes.with(
            files.keySet().stream().filter(file -> isKept(file, reached, tls)).toList());
    emptyPackages(files, kept).stream()
        .map(inPackage -> cheapest(inPackage, supertypes, files, kept))
        .forEach(kept::addAll);
    return files.keySet().stream().filter(file -> !kept.contains(file)).toList();
  }

  private static boolean isKept(String file, Set<String> reached, boolean tls) {
    String path = JdkClasses.path(file);
    return JdkClasses.className(path)
        .map(
            name ->
                name.equals("module-info")
                    || reached.contains(name)
                    || WholePackages.keeps(name, tls))
        .orElseGet(() -> WholePackages.keepsResource(path));
  }

  private static List<List<String>> emptyPackages(Map<String, Path> files, Set<String> kept) {
    return files.keySet().stream()
        .collect(Collectors.groupingBy(file -> file.substring(0, file.lastIndexOf('/'))))
        .values()
        .stream()
        .filter(inPackage -> inPackage.stream().noneMatch(kept::contains))
        .toList();
  }

  /** The file that costs least, with the files that it needs and that are not kept yet. */
  private static Set<String> cheapest(
      List<String> inPackage, Supertypes supertypes, Map<String, Path> files, Set<String> kept) {
    return inPackage.stream()
        .map(file -> supertypes.with(Set.of(file)))
        .min(
            Comparator.comparing(
                needed ->
                    needed.stream()
                        .filter(file -> !kept.contains(file))
                        .mapToLong(file -> size(files.get(file)))
                        .sum()))
        .orElseThrow();
  }

  /**
   * Classes that somebody makes without naming them: what they do when they are called through
   * their supertypes is reached, too. Not the XML library's: its parsers know schemas, catalogs and
   * regular expressions, half a megabyte for the TwiML that is written and SNS's few answers. What
   * these need is in the rehearsals.
   */
  private static List<String> entryPoints(
      Map<String, Path> files, Set<String> loaded, boolean tls) {
    return files.keySet().stream()
        .filter(file -> !file.startsWith(XML))
        .map(JdkClasses::path)
        .map(JdkClasses::className)
        .flatMap(Optional::stream)
        .filter(name -> loaded.contains(name) || (tls && WholePackages.keepsForTls(name)))
        .toList();
  }

  private boolean isInJar(String className) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(className + ".class") != null;
    } catch (IOException e) {
      throw new UserMistake("cannot read " + jar, e);
    }
  }

  private Set<String> named(List<String> modules, List<String> entryPoints) {
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
    entryPoints.forEach(
        name -> configuration.add("-keep class " + name.replace('/', '.') + " { <init>(...); }"));
    ProGuard.run(workplace.resolve("whole.pro"), configuration);
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .map(JdkClasses::className)
          .flatMap(Optional::stream)
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

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UserMistake("cannot read " + file, e);
    }
  }
}
