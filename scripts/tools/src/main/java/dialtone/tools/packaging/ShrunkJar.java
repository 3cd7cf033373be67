package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** A function's classes and those of its libraries that are reached from its entry points. */
final class ShrunkJar {
  /** Of a library: its classes, and the few files that they read or a licence asks for. */
  private static final String WANTED =
      String.join(
          ",",
          "!module-info.class",
          "!META-INF/versions/**",
          "!com/twilio/rest/**",
          "!**/PhoneNumberAlternateFormatsProto_*",
          "!**/ShortNumberMetadataProto_*",
          "**.class",
          "com/google/i18n/phonenumbers/data/**",
          "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
          "software/amazon/awssdk/**/execution.interceptors",
          "software/amazon/awssdk/awscore/internal/defaults/**",
          "dialtone/**");

  private ShrunkJar() {}

  /**
   * Makes the jar.
   *
   * @param keeps what is reached from outside, as ProGuard's {@code -keep} options
   * @throws UserMistake if the function reads TwiML, for which the SDK's builder would have to stay
   *     as it is
   */
  static void make(
      List<Path> classPath, List<String> keeps, JdkClasses jdk, Path jar, Path workplace) {
    List<String> configuration = new ArrayList<>();
    Path rewritten = workplace.resolve("rewritten");
    boolean twimlRewritten =
        TwimlWithoutParser.twilioJar(classPath)
            .map(twilio -> TwimlWithoutParser.write(twilio, rewritten))
            .orElse(false);
    if (twimlRewritten) {
      configuration.add("-injars " + quoted(rewritten));
    }
    for (Path entry : classPath) {
      String original =
          twimlRewritten && TwimlWithoutParser.twilioJar(List.of(entry)).isPresent()
              ? "!" + TwimlWithoutParser.CLASS + ","
              : "";
      configuration.add("-injars " + quoted(entry) + "(" + original + WANTED + ")");
    }
    configuration.add("-outjars " + quoted(jar));
    for (String module : JdkClasses.MODULES) {
      configuration.add("-libraryjars " + quoted(jdk.directory().resolve(module)));
    }
    configuration.addAll(rules());
    configuration.addAll(keeps);
    ProGuard.run(workplace.resolve("shrink.pro"), configuration);
    if (twimlRewritten && has(jar, TwimlWithoutParser.PARSER)) {
      throw new UserMistake(
          jar + " reads TwiML, and the parser for that is left out: see TwimlWithoutParser");
    }
  }

  static String quoted(Path path) {
    return "'" + path + "'";
  }

  static List<String> rules() {
    try (InputStream rules = ShrunkJar.class.getResourceAsStream("shrink.pro")) {
      return new String(rules.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UserMistake("the tools are not built whole: shrink.pro is missing", e);
    }
  }

  private static boolean has(Path jar, String entry) {
    try (ZipFile zip =
        new ZipFile(Files.createDirectories(jar.getParent()).resolve(jar).toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      throw new UserMistake("cannot read " + jar, e);
    }
  }
}
