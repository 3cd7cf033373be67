package dialtone.core.web;

import java.nio.charset.StandardCharsets;

/** Percent-decoding that takes whatever a phone or a stranger sends. */
public final class PercentEncoding {
  private PercentEncoding() {}

  /**
   * The text with its percent escapes decoded as UTF-8. Never throws: a {@code %} that starts no
   * valid escape stands for itself, and bytes that are not UTF-8 become U+FFFD, as the WHATWG URL
   * standard has it.
   */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int escaped = in[i] == '%' && i + 2 < in.length ? octet(in[i + 1], in[i + 2]) : -1;
      out[length++] = escaped < 0 ? in[i] : (byte) escaped;
      i += escaped < 0 ? 0 : 2;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private static int octet(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
