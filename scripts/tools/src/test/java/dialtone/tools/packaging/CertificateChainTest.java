package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateChainTest {
  @TempDir private Path workplace;

  /**
   * As it is with AWS: else a rehearsal would not come to what the JDK needs to validate a path.
   */
  @Test
  void onlyTheRootIsTrustedAndTheServersPathToItHasAnAuthorityBetween() throws Exception {
    Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home"))).orElseThrow();

    CertificateChain chain = CertificateChain.make(jdk, workplace);

    KeyStore keys = load(chain.keys());
    assertThat(Collections.list(keys.aliases())).containsExactly("server");
    List<X509Certificate> path =
        Arrays.stream(keys.getCertificateChain("server")).map(X509Certificate.class::cast).toList();
    assertThat(path)
        .extracting(each -> each.getSubjectX500Principal().getName())
        .containsExactly("CN=server", "CN=authority", "CN=root");
    assertThat(path.get(0).getSubjectAlternativeNames())
        .contains(List.of(2, CertificateChain.HOST));
    KeyStore trusted = load(chain.root());
    assertThat(Collections.list(trusted.aliases())).containsExactly("root");
    PKIXParameters parameters = new PKIXParameters(trusted);
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(path.subList(0, 2)),
            parameters);
  }

  private static KeyStore load(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, CertificateChain.PASSWORD.toCharArray());
    }
    return store;
  }
}
