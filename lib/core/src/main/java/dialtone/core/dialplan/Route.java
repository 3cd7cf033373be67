package dialtone.core.dialplan;

import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.host.Instance;
import dialtone.core.number.DialString;
import java.util.Optional;

/** One row of the dialplan: a kind of target, and how it is reached. */
@FunctionalInterface
interface Route {

  /** The answer if this row is for what was dialled, else empty: the next row is asked. */
  Optional<Answer> answer(Dialled dialled);

  /** An extension has dialled something. */
  record Dialled(
      Extension caller, DialString target, ExtensionDirectory directory, Instance instance) {}
}
