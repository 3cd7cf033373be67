package dialtone.tools.simulator;

import dialtone.simulator.CallerScript;
import dialtone.simulator.OtherEnd;
import dialtone.tools.command.UserMistake;
import picocli.CommandLine;

/** What people type about a call, read with a message that they can act on. */
final class Words {
  private Words() {}

  static OtherEnd otherEnd(String text) {
    try {
      return OtherEnd.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage(), CommandLine.ExitCode.USAGE, e);
    }
  }

  static CallerScript caller(String keys) {
    try {
      return CallerScript.LISTENS.pressing(keys);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage(), CommandLine.ExitCode.USAGE, e);
    }
  }
}
