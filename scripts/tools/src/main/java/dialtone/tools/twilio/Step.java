package dialtone.tools.twilio;

import dialtone.tools.twilio.api.ApiPath;
import java.util.List;

/** One thing to do, or not to do, so that the account is as the file says. */
sealed interface Step {

  /** What it is about, for people: kind and name. */
  String what();

  /** It is not there. */
  record Create(Described resource) implements Step {
    @Override
    public String what() {
      return resource.toString();
    }
  }

  /** It is there and differs. */
  record Update(Described resource, String sid, List<FieldChange> changes) implements Step {
    public Update {
      changes = List.copyOf(changes);
    }

    @Override
    public String what() {
      return resource.toString();
    }
  }

  /** It is as described. */
  record Keep(Described resource, String sid) implements Step {
    @Override
    public String what() {
      return resource.toString();
    }
  }

  /** It is there and should not be. */
  record Remove(String what, ApiPath item) implements Step {}
}
