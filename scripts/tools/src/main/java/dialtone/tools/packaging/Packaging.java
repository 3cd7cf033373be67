package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Packages functions of one checkout with one JDK for one kind of host and deployment. */
public final class Packaging {
  private static final String LOOP = "lib/actionloop";

  /** ProGuard and jlink take half a gigabyte each. */
  private static final int MOST_AT_ONCE = 4;

  private final Path root;
  private final Jdk jdk;
  private final Kind kind;
  private final RehearsalSettings settings;
  private Optional<RehearsalAws> aws = Optional.empty();

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
   * The zips of functions that are built, in the same order; made if there are none of these very
   * classes.
   *
   * @throws UserMistake if one cannot be made
   */
  public List<Path> zips(List<FunctionModule> functions) {
    return make(functions, /* force= */ false, made -> {}).stream()
        .map(FunctionPackage::zip)
        .toList();
  }

  /** Why these packages run on this machine only; empty if hosts run them, too. */
  public Optional<String> onlyHere() {
    return jdk.unfitness().map(why -> jdk + " is packaged, for this machine only: " + why);
  }

  /** The class path of the action loop, Gson included. */
  public List<Path> loop() {
    return FunctionModule.classPath(root.resolve(LOOP));
  }

  /** The jars of functions that are built, for a host with a Java kind; made like the zips. */
  public List<Path> jars(List<FunctionModule> functions) {
    return make(functions, /* force= */ false, made -> {}).stream()
        .map(FunctionPackage::jar)
        .toList();
  }

  /**
   * Packages functions that are built, as many at a time as there are processors.
   *
   * @param force whether to make anew what is up to date, too
   * @param told hears of each in the functions' order, as soon as it is there
   */
  List<FunctionPackage> make(
      List<FunctionModule> functions, boolean force, Consumer<FunctionPackage> told) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()));
    try {
      List<Future<FunctionPackage>> pending = new ArrayList<>();
      for (FunctionModule function : functions) {
        pending.add(workers.submit(() -> make(function, force)));
      }
      List<FunctionPackage> all = new ArrayList<>();
      for (Future<FunctionPackage> each : pending) {
        FunctionPackage made = each.get();
        told.accept(made);
        all.add(made);
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserMistake mistake
          ? mistake
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("interrupted", e);
    } finally {
      workers.shutdownNow();
      closeAws();
    }
  }

  private FunctionPackage make(FunctionModule function, boolean force) {
    List<Path> loop = loop();
    FunctionPackage made = new FunctionPackage(function, root, jdk, settings);
    Fingerprint fingerprint =
        Fingerprint.of(function, root, loop, List.of(jdk, kind, settings.notDeployed()));
    try {
      if (force || !fingerprint.isOf(made)) {
        made.make(loop, kind, aws());
        fingerprint.note(made);
      }
    } catch (IOException e) {
      throw new UserMistake("cannot write below " + function.target() + ": " + e.getMessage(), e);
    }
    return made;
  }

  /** The one that all packages in the making share; none is started if none is made. */
  private synchronized RehearsalAws aws() {
    aws = aws.or(() -> Optional.of(RehearsalAws.start(jdk)));
    return aws.orElseThrow();
  }

  private synchronized void closeAws() {
    aws.ifPresent(RehearsalAws::close);
    aws = Optional.empty();
  }
}
