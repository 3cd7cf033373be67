package dialtone.tools.twilio;

import java.util.Optional;

/**
 * An attribute's value as the file has it.
 *
 * @param text may still hold {@code ${sid:…}}, which is known once that resource is there
 * @param function the function whose URL it is, {@code <package>/<function>}
 */
record Value(String text, Optional<String> function) {

  static Value of(String text) {
    return new Value(text, Optional.empty());
  }
}
