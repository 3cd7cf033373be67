package dialtone.tools.actionloop;

import java.util.List;

/**
 * What an action printed during one activation.
 *
 * @param whole whether the end of the activation was marked on both streams
 */
public record ActivationLog(List<String> out, List<String> err, boolean whole) {
  public ActivationLog {
    out = List.copyOf(out);
    err = List.copyOf(err);
  }
}
