package dialtone.core.directory;

import dialtone.core.aws.BoundedCall;
import dialtone.core.aws.ServiceException;
import dialtone.core.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * A directory that is loaded from elsewhere and kept for a minute. A caller is listening to silence
 * meanwhile, so a load is waited for {@link #PATIENCE} at most; after that, or when it fails, the
 * last good copy serves, and the callers of the next {@link #RETRY_AFTER} do not wait at all. A
 * load that was given up goes on meanwhile, and serves from when it ends.
 */
final class CachedDirectory implements DirectorySource {
  static final Duration LIFETIME = Duration.ofSeconds(60);
  static final Duration PATIENCE = Duration.ofMillis(500);
  static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Callable<ExtensionDirectory> loader;
  private final Clock clock;
  private final Log log;
  private ExtensionDirectory lastGood;
  private Instant freshUntil = Instant.MIN;
  private BoundedCall<ExtensionDirectory> loading;

  /** Starts the first load at once: it runs while the function is still starting. */
  CachedDirectory(
      Callable<ExtensionDirectory> loader, ExtensionDirectory bundled, Clock clock, Log log) {
    this.loader = loader;
    this.lastGood = bundled;
    this.clock = clock;
    this.log = log;
    this.loading = startLoading();
  }

  @Override
  public synchronized ExtensionDirectory directory() {
    boolean ended = loading != null && loading.isDone();
    if (!ended && clock.instant().isBefore(freshUntil)) {
      return lastGood;
    }
    if (loading == null) {
      loading = startLoading();
    }
    try {
      lastGood = loading.get(PATIENCE);
      freshUntil = clock.instant().plus(LIFETIME);
      loading = null;
    } catch (ServiceException e) {
      log.warn("extension directory: the last good copy serves: " + e.getMessage());
      freshUntil = clock.instant().plus(RETRY_AFTER);
      loading = loading.isDone() ? null : loading;
    }
    return lastGood;
  }

  private BoundedCall<ExtensionDirectory> startLoading() {
    return BoundedCall.start("extension-directory", loader);
  }
}
