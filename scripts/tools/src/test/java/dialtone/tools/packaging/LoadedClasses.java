package dialtone.tools.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Loads the classes that are named on standard input, in whatever Java runtime it is run with. */
final class LoadedClasses {
  private LoadedClasses() {}

  /** Prints the first error of each class that cannot be loaded, and how many can. */
  public static void main(String[] arguments) throws IOException {
    int loaded = 0;
    BufferedReader names =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      try {
        Class.forName(name, /* initialize= */ false, LoadedClasses.class.getClassLoader());
        loaded++;
      } catch (ClassNotFoundException | LinkageError e) {
        System.out.println(name + ": " + e);
      }
    }
    System.out.println(loaded + " classes loaded");
  }
}
