package dialtone.tools.twilio;

import java.util.List;

/** The names of the phones that register. */
@FunctionalInterface
interface ExtensionNames {
  List<String> names();
}
