package dialtone.tools.command;

import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;

/**
 * Ctrl-C, or a polite kill, during work that must not be left half done. The process ends only when
 * the work has; the work asks now and then.
 */
public final class Interruption {
  /** What a shell gives for a command that Ctrl-C ended. */
  public static final int EXIT_CODE = 130;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Terminal terminal;
  private volatile boolean came;

  private Interruption(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Does some work. If it was interrupted, the mistake that the work ends with is said here, since
   * the process ends before anybody else could.
   *
   * @return the work's exit code, or {@link #EXIT_CODE}
   */
  public static int during(Terminal terminal, ToIntFunction<Interruption> work) {
    Interruption interruption = new Interruption(terminal);
    Thread hook = new Thread(interruption::arrive, "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.applyAsInt(interruption);
    } catch (UserMistake e) {
      if (!interruption.came) {
        throw e;
      }
      terminal.say(e.getMessage());
      return EXIT_CODE;
    } finally {
      interruption.ended.countDown();
      remove(hook);
    }
  }

  /**
   * Ends the work here if it has come.
   *
   * @throws UserMistake if it has come
   */
  public void check() {
    if (came) {
      throw new UserMistake("Interrupted.");
    }
  }

  private void arrive() {
    came = true;
    terminal.say("Interrupted: please wait for what is under way …");
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is running: the process ends
    }
  }
}
