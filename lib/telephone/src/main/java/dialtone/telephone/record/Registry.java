package dialtone.telephone.record;

import java.util.List;

/** What a sender posted: call records, or mistakes. */
public sealed interface Registry {

  /**
   * Records that can be taken.
   *
   * @param single whether one was sent on its own, not in an array
   */
  record Records(List<CallRecord> records, boolean single) implements Registry {
    public Records {
      records = List.copyOf(records);
    }
  }

  /** Nothing of it can be taken. */
  record Refused(List<FieldProblem> problems) implements Registry {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** More records than one request may bring. */
  record TooMany(int most) implements Registry {}
}
