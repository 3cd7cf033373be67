package dialtone.tools.telephone;

import dialtone.telephone.web.NewToken;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Who gets it: 1 to 32 letters, digits, . _ -.")
  private Optional<String> name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACCESS",
      description = "read, or write, which may read too.")
  private Optional<Access> access;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(Command.run(new Token(), arguments));
  }

  @Override
  public Integer call() {
    // Not required: picocli would name what is missing before what it does not know.
    if (name.isEmpty() || access.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "NAME and ACCESS are needed.");
    }
    NewToken token;
    try {
      token = NewToken.make(name.get(), access.get() == Access.WRITE, new SecureRandom());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(
          "\"" + name.get() + "\" is no name of 1 to 32 letters, digits, . _ -.", e);
    }
    System.out.println("Token, for " + name.get() + " alone: " + token.token());
    System.out.println("Entry for TELEPHONE_TOKENS:  " + token.entry());
    return 0;
  }
}
