package dialtone.tools.packaging;

import java.util.ArrayList;
import java.util.List;

/** Somebody whom modes keep out: root they do not, but for this. */
final class Anybody {
  private Anybody() {}

  /** A command as such a user runs it. */
  static List<String> runs(String... command) {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(
          List.of("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"));
    }
    words.addAll(List.of(command));
    return words;
  }
}
