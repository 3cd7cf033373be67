package dialtone.tools.packaging;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Packages of the JDK that are kept whole where any of them may be needed without a class's being
 * named: by the JVM itself, through reflection, or through what a peer chooses.
 */
final class WholePackages {
  /** What the JVM and the class libraries rest on. */
  private static final Set<String> ALWAYS =
      Set.of(
          "java/io",
          "java/lang",
          "java/lang/invoke",
          "java/lang/module",
          "java/lang/ref",
          "java/lang/reflect",
          "java/net",
          "java/nio/file",
          "java/security",
          "java/util",
          "java/util/function",
          "jdk/internal/jimage",
          "jdk/internal/loader",
          "jdk/internal/misc",
          "jdk/internal/reflect",
          "jdk/internal/vm",
          // TwiML's document and how it is written are found by their factories' names.
          "com/sun/org/apache/xerces/internal/dom",
          "com/sun/org/apache/xml/internal/serializer",
          "com/sun/org/apache/xml/internal/serializer/utils");

  /** What a TLS connection may come to, depending on the other side. */
  private static final Set<String> FOR_TLS =
      Set.of(
          "com/sun/crypto/provider",
          "java/security/cert",
          "java/security/interfaces",
          "java/security/spec",
          "javax/crypto",
          "javax/crypto/spec",
          "javax/net/ssl",
          "jdk/internal/event",
          "sun/net/www/http",
          "sun/net/www/protocol/http",
          "sun/net/www/protocol/https",
          "sun/security/ec",
          "sun/security/internal/spec",
          "sun/security/jca",
          "sun/security/pkcs",
          "sun/security/pkcs12",
          "sun/security/provider",
          "sun/security/provider/certpath",
          "sun/security/rsa",
          "sun/security/ssl",
          "sun/security/util",
          "sun/security/util/math",
          "sun/security/util/math/intpoly",
          "sun/security/validator",
          "sun/security/x509");

  /**
   * Texts in other languages, DTDs and schemas of the XML library, names of Unicode characters. And
   * the list of encodings that the XML writer looks up one by one, 26 charsets, before its first
   * document: TwiML is UTF-8, which it knows without.
   */
  private static final Pattern DISPENSABLE =
      Pattern.compile(
          "jdk/xml/internal/jdkcatalog/.*"
              + "|.*_(de|es|fr|it|ja|ko|pt_BR|sv|zh_CN|zh_TW)\\.properties"
              + "|com/sun/org/apache/xml/internal/serializer/Encodings\\.properties"
              + "|java/lang/uniName\\.dat");

  /**
   * Charsets of East Asia and of mainframes, which only their names in a request could ask for; and
   * in the packages that are kept for TLS: the server's side, DTLS, ciphers that TLS gave up.
   */
  private static final Pattern UNWANTED =
      Pattern.compile(
          "sun/nio/cs/(GB|EUC_|Big5|SJIS|JIS_|MS9|MS12|PCK|Johab|IBM|KOI8|TIS|DoubleByte).*"
              + "|sun/security/ssl/(DTLS|SSLServerSocket).*"
              + "|com/sun/crypto/provider/(ARCFOUR|Blowfish|DES|JceKeyStore|PBE|PBMAC|RC2).*");

  private WholePackages() {}

  /**
   * Whether a class is kept because of its package.
   *
   * @param tls whether the function makes TLS connections
   */
  static boolean keeps(String className, boolean tls) {
    return (!drops(className) && ALWAYS.contains(packagePath(className)))
        || (tls && keepsForTls(className));
  }

  /** Whether a class is kept because of its package in a function that makes TLS connections. */
  static boolean keepsForTls(String className) {
    return !drops(className) && FOR_TLS.contains(packagePath(className));
  }

  private static String packagePath(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('/')));
  }

  /** Whether a class is left out though it is named, or its package kept whole. */
  static boolean drops(String className) {
    return UNWANTED.matcher(className).matches();
  }

  /** Whether a file that is no class is kept. */
  static boolean keepsResource(String path) {
    return !DISPENSABLE.matcher(path).matches();
  }
}
