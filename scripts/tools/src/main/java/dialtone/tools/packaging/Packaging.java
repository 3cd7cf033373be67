package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packages functions of one checkout with one JDK for one kind of host and deployment. */
public final class Packaging {
  private static final String LOOP = "lib/actionloop";

  private final Path root;
  private final Jdk jdk;
  private final Kind kind;
  private final RehearsalSettings settings;

  Packaging(Path root, Jdk jdk, Kind kind, Variables deployed) {
    this.root = root;
    this.jdk = jdk;
    this.kind = kind;
    this.settings = new RehearsalSettings(root, deployed);
  }

  /**
   * Packages for the Go kind, to be run on this machine: with the JDK that packages are deployed
   * with, or if there is none with another one of this machine.
   */
  public static Packaging onThisMachine(Path root, Variables deployed) {
    return new Packaging(root, JdkFinder.ofThisMachine().findForThisMachine(), Kind.GO, deployed);
  }

  /**
   * The Java runtime that packages are deployed with.
   *
   * @throws UserMistake if this machine has none; says why and what to install
   */
  public static String deployedRuntime() {
    return JdkFinder.ofThisMachine().find().toString();
  }

  /**
   * Has Maven build the action loop and functions. Does nothing if whoever runs this has built
   * everything: see scripts/tools/run.
   *
   * @throws UserMistake if they do not build
   */
  public void build(FunctionModule... functions) {
    if (System.getenv("DIALTONE_BUILT") != null) {
      return;
    }
    List<String> modules = new ArrayList<>(List.of(LOOP));
    for (FunctionModule function : functions) {
      modules.add(root.relativize(function.directory()).toString());
    }
    Program.run(
        root,
        List.of(root.resolve("scripts/tools/build"), "-am", "-pl", String.join(",", modules)),
        List.of("process-classes"));
  }

  /**
   * The zip of a function that is built; made if there is none of these very classes.
   *
   * @throws UserMistake if it cannot be made
   */
  public Path zip(FunctionModule function) {
    return make(function, /* force= */ false).zip();
  }

  /** Why these packages run on this machine only; empty if hosts run them, too. */
  public Optional<String> onlyHere() {
    return jdk.unfitness().map(why -> jdk + " is packaged, for this machine only: " + why);
  }

  /** The class path of the action loop, Gson included. */
  public List<Path> loop() {
    return FunctionModule.classPath(root.resolve(LOOP));
  }

  /** The jar of a function that is built, for a host with a Java kind; made like the zip. */
  public Path jar(FunctionModule function) {
    return make(function, /* force= */ false).jar();
  }

  FunctionPackage make(FunctionModule function, boolean force) {
    List<Path> loop = loop();
    FunctionPackage made = new FunctionPackage(function, root, jdk, settings);
    Fingerprint fingerprint =
        Fingerprint.of(function, root, loop, List.of(jdk, kind, settings.notDeployed()));
    try {
      if (force || !fingerprint.isOf(made)) {
        made.make(loop, kind);
        fingerprint.note(made);
      }
    } catch (IOException e) {
      throw new UserMistake("cannot write below " + function.target() + ": " + e.getMessage(), e);
    }
    return made;
  }
}
