package dialtone.tools.aws;

import dialtone.tools.project.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    exitCodeOnInvalidInput = 1,
    description = "Shows what up would change. Exit code: 0 nothing, 2 changes, 1 error.")
final class PreviewAws implements Callable<Integer> {
  private static final int CHANGES = 2;

  private final Workplace workplace;
  @Mixin private AwsOptions options;

  PreviewAws(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    List<AwsChange> changes =
        UpAws.told(workplace, session -> UpAws.show(workplace, session.comparison(options)));
    return changes.isEmpty() ? 0 : CHANGES;
  }
}
