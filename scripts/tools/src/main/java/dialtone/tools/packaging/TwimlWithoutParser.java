package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The SDK's TwiML builder without the XML parser that its static initialiser sets up. Only {@code
 * fromXml} uses that parser, and a function writes TwiML, it never reads any; but every first
 * {@code <Response>} would pay for Woodstox and Jackson: 450 classes, half of the first answer.
 */
final class TwimlWithoutParser {
  /** The class that is written anew. */
  static final String CLASS = "com/twilio/twiml/TwiML$Builder.class";

  /** A class that only a function which reads TwiML still has. */
  static final String PARSER = "com/fasterxml/jackson/dataformat/xml/XmlMapper.class";

  private static final Set<String> SET_UP = Set.of("XML_INPUT_FACTORY", "OBJECT_MAPPER");

  private TwimlWithoutParser() {}

  /**
   * Writes the class below a directory.
   *
   * @return whether it was written: not if the SDK's initialiser sets up anything but the parser
   */
  static boolean write(Path twilioJar, Path directory) {
    try (ZipFile jar = new ZipFile(twilioJar.toFile())) {
      byte[] original = jar.getInputStream(jar.getEntry(CLASS)).readAllBytes();
      if (!SET_UP.equals(fieldsSetUp(original))) {
        return false;
      }
      Path file = directory.resolve(CLASS);
      Files.createDirectories(file.getParent());
      Files.write(file, withoutInitialiser(original));
      return true;
    } catch (IOException e) {
      throw new UserMistake("cannot read " + twilioJar, e);
    }
  }

  /** The Twilio SDK on a class path. */
  static Optional<Path> twilioJar(Iterable<Path> classPath) {
    for (Path entry : classPath) {
      if (entry.getFileName().toString().matches("twilio-[0-9].*\\.jar")) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static Set<String> fieldsSetUp(byte[] original) {
    Set<String> fields = new TreeSet<>();
    new ClassReader(original)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return name.equals("<clinit>") ? new WrittenFields(fields) : null;
              }
            },
            ClassReader.SKIP_DEBUG);
    return fields;
  }

  private static byte[] withoutInitialiser(byte[] original) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(original)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return name.equals("<clinit>")
                    ? null
                    : super.visitMethod(access, name, type, signature, exceptions);
              }
            },
            0);
    return writer.toByteArray();
  }

  private static final class WrittenFields extends MethodVisitor {
    private final Set<String> fields;

    WrittenFields(Set<String> fields) {
      super(Opcodes.ASM9);
      this.fields = fields;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      if (opcode == Opcodes.PUTSTATIC) {
        fields.add(name);
      }
    }
  }
}
