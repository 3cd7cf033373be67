package dialtone.tools.packaging;

import static dialtone.tools.packaging.StartCommand.join;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a package's JVM finds ready when it starts: with JDK 25 an AOT cache (classes loaded and
 * linked, JEP 483 and 514), before that a class-data-sharing archive. The JVM goes without, and
 * slower, if it cannot use it.
 */
final class StartCache {
  /** The AOT cache's file in a package. */
  static final String AOT = "aot.cache";

  /** The class-data-sharing archive's. */
  static final String CDS = "classes.jsa";

  /** The profiles that only the large compiler would read: without them the start is faster. */
  private static final String NO_PROFILES = "-XX:-AOTRecordTraining";

  /** Without profiles there is nothing to replay, but a thread that every class would wake. */
  private static final String NO_REPLAY = "-XX:-AOTReplayTraining";

  /**
   * Maps the cache where it was written for. Else each start moves it to an address by chance, and
   * has to write into nearly every page of it.
   */
  private static final String IN_PLACE = "-XX:ArchiveRelocationMode=0";

  private static final String UNLOCK = "-XX:+UnlockDiagnosticVMOptions";

  private final Jdk jdk;
  private final FunctionModule function;
  private final Path image;
  private final Path workplace;

  StartCache(Jdk jdk, FunctionModule function, Path image, Path workplace) {
    this.jdk = jdk;
    this.function = function;
    this.image = image;
    this.workplace = workplace;
  }

  /** What makes the JVM use the cache. */
  List<String> flags() {
    List<String> flags = new ArrayList<>(List.of(UNLOCK, IN_PLACE));
    if (jdk.hasAotCache()) {
      flags.addAll(List.of(NO_REPLAY, "-XX:AOTCache=" + AOT));
    } else {
      flags.add("-XX:SharedArchiveFile=" + CDS);
    }
    return flags;
  }

  /**
   * Rehearses in the image, and writes the cache into it.
   *
   * @param trust lets the JVM trust the stand-in for AWS
   */
  void make(Rehearsal rehearsal, Map<String, String> environment, List<String> trust) {
    Path noted = workplace.resolve("noted");
    Path cache = image.resolve(jdk.hasAotCache() ? AOT : CDS);
    try {
      // A JVM before 25 gives up an archive whose jar has another time than when it was made, as
      // every host's unpacking gives it; of a jar without a time, zero, it asks only the size.
      Files.setLastModifiedTime(image.resolve(StartCommand.JAR), FileTime.fromMillis(0));
      Files.deleteIfExists(noted);
      Files.deleteIfExists(cache);
    } catch (IOException e) {
      throw new UserMistake("cannot write " + cache, e);
    }
    List<String> note =
        jdk.hasAotCache()
            ? List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + noted, UNLOCK, NO_PROFILES)
            : List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + noted);
    rehearsal.run(
        join(StartCommand.java(join(note, trust)), StartCommand.main(function)),
        image,
        environment);
    List<String> write =
        jdk.hasAotCache()
            ? List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + noted)
            : List.of("-Xshare:dump", "-XX:SharedClassListFile=" + noted);
    List<String> command = StartCommand.java(join(write, flags()));
    command.set(0, image.resolve(command.get(0)).toString());
    String said = Program.run(image, command);
    if (!Files.exists(cache)) {
      throw new UserMistake("the JVM did not write " + cache + ":\n" + said);
    }
  }
}
