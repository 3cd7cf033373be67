package dialtone.tools.packaging;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Line numbers and the names of local variables in class files: a fifth of their size. */
final class DebugInformation {
  private static final String OURS = "dialtone/";

  private DebugInformation() {}

  /** A jar's file without it; our own classes keep it, for the traces in the log. */
  static byte[] without(String name, byte[] content) {
    if (!name.endsWith(".class") || name.startsWith(OURS)) {
      return content;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(content).accept(writer, ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }
}
