package dialtone.tools.packaging;

import static org.assertj.core.api.Assumptions.assumeThat;

import dialtone.tools.Checkout;
import java.util.Map;

/** The JDK of this machine that functions are packaged with in tests. */
public final class PackageableJdk {
  private PackageableJdk() {}

  /** Packages with it; whoever calls this is skipped where there is none. */
  public static Packaging packaging() {
    assumeThat(JdkFinder.ofThisMachine().findsAotCache())
        .as("a JDK 25 that can be packaged")
        .isTrue();
    return Packaging.onThisMachine(Checkout.ROOT, Checkout.variables(Map.of()));
  }
}
