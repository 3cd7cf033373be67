package dialtone.tools.packaging;

import static dialtone.tools.packaging.StartCommand.join;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** One function's way into what hosts take: {@code target/<function>.jar} and {@code .zip}. */
final class FunctionPackage {
  private final FunctionModule function;
  private final Path root;
  private final Jdk jdk;
  private final RehearsalSettings settings;
  private final Path workplace;
  private final Path image;

  FunctionPackage(FunctionModule function, Path root, Jdk jdk, RehearsalSettings settings) {
    this.function = function;
    this.root = root;
    this.settings = settings;
    this.jdk = jdk;
    this.workplace = function.target().resolve("package");
    this.image = workplace.resolve("image");
  }

  /** {@code <package>/<function>}. */
  String qualifiedName() {
    return function.qualifiedName();
  }

  /** The jar for a host with a Java kind. */
  Path jar() {
    return function.target().resolve(function.name() + ".jar");
  }

  /** The zip for a host without one. */
  Path zip() {
    return function.target().resolve(function.name() + ".zip");
  }

  /**
   * Makes both.
   *
   * @param loop the class path of the action loop, Gson included
   * @param kind whose zip it is to be
   * @throws UserMistake if a step fails, or the function answers a rehearsal wrongly
   */
  void make(List<Path> loop, Kind kind, RehearsalAws aws) {
    try {
      FileTree.delete(workplace);
      Files.createDirectories(workplace);
      Path shrunk = shrunkJar(loop);
      List<String> modules = modules(shrunk);
      Rehearsal rehearsal = new Rehearsal(function);
      List<Path> loadings = classLoadings(shrunk, rehearsal, aws);
      List<String> leftOut =
          new ReachedJdkClasses(shrunk, keeps(), jdkClasses(), workplace)
              .leftOut(modules, loadings);
      RuntimeImage.make(jdk, modules, leftOut, image, workplace);
      PackageZip.ofJar(
          shrunk, name -> true, Deflater.NO_COMPRESSION, image.resolve(StartCommand.JAR));
      StartCache cache = new StartCache(jdk, function, image, workplace);
      cache.make(rehearsal, settings.asDeployed(aws.url()), aws.trust());
      writeExec(cache.flags());
      kind.addTo(image);
      new CompressedFiles(shared().resolve("compressed")).compressIn(image);
      Unzstd.addTo(image);
      Path unrehearsed = workplace.resolve("unrehearsed.zip");
      PackageZip.ofDirectory(image, unrehearsed);
      rehearseAsDeployed(rehearsal, aws);
      Files.move(unrehearsed, zip(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserMistake("cannot package " + function.qualifiedName(), e);
    }
  }

  private Path shrunkJar(List<Path> loop) throws IOException {
    List<Path> classPath = new ArrayList<>(function.classPath());
    loop.stream().filter(entry -> !classPath.contains(entry)).forEach(classPath::add);
    Path shrunk = workplace.resolve("shrunk.jar");
    ShrunkJar.make(classPath, keeps(), jdkClasses(), shrunk, workplace);
    PackageZip.ofJar(
        shrunk,
        name -> !name.startsWith("com/google/gson/") && !name.startsWith("dialtone/actionloop/"),
        Deflater.BEST_COMPRESSION,
        jar());
    return shrunk;
  }

  private List<String> keeps() {
    String json = "com.google.gson.JsonObject";
    return List.of(
        "-keep class dialtone.actionloop.ActionLoop"
            + " { public static void main(java.lang.String[]); }",
        "-keep class "
            + function.actionClass()
            + " { public static "
            + json
            + " main("
            + json
            + "); }");
  }

  private List<String> modules(Path shrunk) {
    String list =
        jdk.run(
            "jdeps",
            workplace,
            List.of("--ignore-missing-deps", "--print-module-deps", "--multi-release", "base"),
            List.of(shrunk));
    List<String> modules = Arrays.asList(list.strip().split(",", -1));
    modules.stream()
        .filter(module -> !JdkClasses.MODULES.contains(module))
        .findFirst()
        .ifPresent(
            module -> {
              throw new UserMistake(
                  function.qualifiedName()
                      + " needs the module "
                      + module
                      + ": see JdkClasses.MODULES");
            });
    return modules;
  }

  /**
   * What the JVM loads: without any archive, so nothing but what was looked up, and with the JDK's
   * own; with a stand-in for AWS that answers as it should, and as it should not, and on the way to
   * AWS itself, which ends at a name.
   */
  private List<Path> classLoadings(Path shrunk, Rehearsal rehearsal, RehearsalAws aws) {
    return List.of(
        classLoadings("answered", "-Xshare:off", settings.all(aws.url()), shrunk, rehearsal, aws),
        classLoadings(
            "refused", "-Xshare:auto", settings.all(aws.refusingUrl()), shrunk, rehearsal, aws),
        classLoadings(
            "garbled", "-Xshare:auto", settings.all(aws.garblingUrl()), shrunk, rehearsal, aws),
        classLoadings("not-reached", "-Xshare:auto", settings.all(), shrunk, rehearsal, aws));
  }

  private Path classLoadings(
      String how,
      String sharing,
      Map<String, String> environment,
      Path shrunk,
      Rehearsal rehearsal,
      RehearsalAws aws) {
    Path log = workplace.resolve("class-loadings-" + how);
    List<String> more =
        join(List.of(sharing, "-Xlog:class+load:file=" + log), aws.trust(), noNames());
    List<String> command = StartCommand.java(more);
    command.set(0, jdk.tool("java").toString());
    command.set(command.indexOf(StartCommand.JAR), shrunk.toString());
    rehearsal.run(join(command, StartCommand.main(function)), workplace, environment);
    return log;
  }

  /** Lets every host name be this machine's: what is not stood in for refuses the connection. */
  private List<String> noNames() {
    Path hosts = workplace.resolve("hosts");
    try {
      Files.writeString(
          hosts,
          "127.0.0.1 "
              + CertificateChain.HOST
              + " sns.us-west-2.amazonaws.com dynamodb.us-west-2.amazonaws.com"
              + " 000000000000.ddb.us-west-2.amazonaws.com\n");
    } catch (IOException e) {
      throw new UserMistake("cannot write " + hosts, e);
    }
    return List.of("-Djdk.net.hosts.file=" + hosts);
  }

  private JdkClasses jdkClasses() {
    return JdkClasses.of(jdk, shared());
  }

  /** What packages share. */
  private Path shared() {
    return root.resolve("target/packaging");
  }

  /** The package itself, every service at hand. */
  private void rehearseAsDeployed(Rehearsal rehearsal, RehearsalAws aws) {
    Map<String, String> environment = settings.all(aws.url());
    environment.put("JDK_JAVA_OPTIONS", String.join(" ", aws.trust()));
    rehearsal.check(List.of(image.resolve("exec").toString()), workplace, environment);
  }

  private void writeExec(List<String> cacheFlags) throws IOException {
    try (InputStream template = FunctionPackage.class.getResourceAsStream("exec")) {
      String command =
          String.join(" ", join(StartCommand.java(cacheFlags), StartCommand.main(function)));
      Path exec = image.resolve("exec");
      Files.writeString(
          exec,
          new String(template.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{command}", command));
      if (!exec.toFile().setExecutable(true, false)) {
        throw new IOException("cannot make " + exec + " executable");
      }
    }
  }
}
