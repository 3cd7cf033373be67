package dialtone.tools.server;

/**
 * What a host's Java runtime has above a function: the JDK and Gson, and nothing else of what this
 * process is made of.
 */
final class GsonOnly extends ClassLoader {
  private final ClassLoader gson;

  /**
   * @param gson where Gson is taken from
   */
  GsonOnly(ClassLoader gson) {
    super("gson", ClassLoader.getPlatformClassLoader());
    this.gson = gson;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("com.google.gson.")) {
      return gson.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
