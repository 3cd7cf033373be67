package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** All that a package is made from, as one number: the same number, the same package. */
record Fingerprint(String value) {
  /** What the functions of the dialplans rehearse. */
  private static final String ROWS = "java/dialtone/tools/smoke";

  static Fingerprint of(FunctionModule function, Path root, List<Path> loop, List<Object> choices) {
    List<Path> inputs = new ArrayList<>(function.classPath());
    inputs.addAll(loop);
    inputs.add(root.resolve(".env.sample"));
    inputs.add(function.directory().resolve("src/rehearsal"));
    for (String source :
        List.of("resources/dialtone/tools/packaging", "java/dialtone/tools/packaging", ROWS)) {
      inputs.add(root.resolve("scripts/tools/src/main").resolve(source));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(choices.toString().getBytes(StandardCharsets.UTF_8));
      for (Path input : inputs) {
        for (Path file : Files.exists(input) ? FileTree.files(input) : List.<Path>of()) {
          digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
          digest.update(Files.readAllBytes(file));
        }
      }
      return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new UserMistake("cannot read what " + function.qualifiedName() + " is made from", e);
    }
  }

  /** Whether a package was made from this. */
  boolean isOf(FunctionPackage made) throws IOException {
    return Files.exists(made.zip())
        && Files.exists(made.jar())
        && Files.exists(file(made))
        && Files.readString(file(made)).equals(noted(made));
  }

  /** Notes that a package was made from this. */
  void note(FunctionPackage made) throws IOException {
    Files.writeString(file(made), noted(made));
  }

  /** Maven writes a jar of the same name that has everything in it: told apart by its size. */
  private String noted(FunctionPackage made) throws IOException {
    return value + " " + Files.size(made.jar());
  }

  private static Path file(FunctionPackage made) {
    return made.zip().resolveSibling("package/fingerprint");
  }
}
