package dialtone.tools.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates such as AWS has: a root that is trusted, an intermediate authority and a server by
 * its DNS names, a wildcard among them, with the extensions that public authorities write. A server
 * whose own certificate is the trusted one would not do: the JDK then does not validate a path, and
 * what it needs for that would be left out of the packages.
 *
 * @param keys a PKCS12 store with the server's key and its chain
 * @param root a PKCS12 store with nothing but the root's certificate
 */
record CertificateChain(Path keys, Path root) {
  static final String HOST = "localhost";
  static final String PASSWORD = "rehearsal";

  /** {@code domain-validated}, as DER has it. */
  private static final String POLICIES = "2.5.29.32=30:0A:30:08:06:06:67:81:0C:01:02:01";

  /** Makes them with the JDK's keytool. */
  static CertificateChain make(Jdk jdk, Path workplace) throws IOException {
    CertificateChain chain =
        new CertificateChain(workplace.resolve("aws-keys.p12"), workplace.resolve("aws-root.p12"));
    Files.deleteIfExists(chain.keys);
    Files.deleteIfExists(chain.root);
    chain.generate(jdk, "root", "RSA", "-ext bc:c=ca:true -ext ku:c=keyCertSign");
    chain.generate(
        jdk,
        "authority",
        "EC",
        "-signer root -ext bc:c=ca:true,pathlen:0 -ext ku:c=keyCertSign -ext "
            + POLICIES
            + " -ext aia=caIssuers:uri:http://root.example/root.cer");
    chain.generate(
        jdk,
        "server",
        "RSA",
        "-signer authority -ext san=dns:*.rehearsal.example,dns:"
            + HOST
            + " -ext bc=ca:false -ext ku:c=digitalSignature,keyEncipherment -ext eku=serverAuth -ext "
            + POLICIES
            + " -ext crl=uri:http://authority.example/crl"
            + " -ext aia=ocsp:uri:http://ocsp.authority.example");
    Path certificate = workplace.resolve("aws-root.cer");
    chain.keytool(
        jdk, "-exportcert", chain.keys, List.of("-alias", "root", "-file", certificate.toString()));
    chain.keytool(
        jdk,
        "-importcert",
        chain.root,
        List.of("-noprompt", "-alias", "root", "-file", certificate.toString()));
    for (String issuer : List.of("root", "authority")) {
      chain.keytool(jdk, "-delete", chain.keys, List.of("-alias", issuer));
    }
    return chain;
  }

  /** What lets a JVM trust the root. */
  List<String> trust() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + root, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private void generate(Jdk jdk, String alias, String algorithm, String options) {
    List<String> all = new ArrayList<>(List.of("-alias", alias, "-keyalg", algorithm));
    all.addAll(List.of("-validity", "2", "-dname", "CN=" + alias));
    all.addAll(List.of(options.split(" ", -1)));
    keytool(jdk, "-genkeypair", keys, all);
  }

  private void keytool(Jdk jdk, String command, Path store, List<String> options) {
    jdk.run(
        "keytool",
        store.getParent(),
        List.of(command, "-keystore", store, "-storetype", "PKCS12"),
        List.of("-storepass", PASSWORD),
        options);
  }
}
