package dialtone.tools.twilio;

import dialtone.tools.ShellCommand;
import io.javalin.http.Context;
import java.util.concurrent.CountDownLatch;

/** A request to {@link StandInTwilio} that is kept waiting. */
public final class Held implements AutoCloseable {
  private final String pattern;
  private final CountDownLatch came = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  Held(String pattern) {
    this.pattern = pattern;
  }

  /** Waits until the command has sent it. */
  public void await(ShellCommand sender) {
    sender.await("request " + pattern, () -> came.getCount() == 0);
  }

  /** Lets it go on. */
  public void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
  }

  void hold(Context context) throws InterruptedException {
    if ((context.method() + " " + context.path()).matches(pattern)) {
      came.countDown();
      released.await();
    }
  }
}
