package dialtone.tools.telephone;

import dialtone.telephone.web.NewToken;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code scripts/telephone-token}. */
@CommandLine.Command(
    name = "scripts/telephone-token",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a bearer token for the telephone API and shows it once, with the entry for the setting"
          + " TELEPHONE_TOKENS, which holds only its hash."
    })
public final class Token implements Callable<Integer> {
  /** What a token lets its holder do. */
  enum Access {
    READ,
    WRITE
  }

  @Parameters(paramLabel = "NAME", description = "Who gets it: 1 to 32 letters, digits, . _ -.")
  private String name;

  @Parameters(paramLabel = "ACCESS", description = "read, or write, which may read too.")
  private Access access;

  public static void main(String[] arguments) {
    System.exit(Command.run(new Token(), arguments));
  }

  @Override
  public Integer call() {
    NewToken token;
    try {
      token = NewToken.make(name, access == Access.WRITE, new SecureRandom());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("\"" + name + "\" is no name of 1 to 32 letters, digits, . _ -.", e);
    }
    System.out.println("Token, for " + name + " alone: " + token.token());
    System.out.println("Entry for TELEPHONE_TOKENS:  " + token.entry());
    return 0;
  }
}
