package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.api.ApiPath;
import dialtone.tools.twilio.api.BackOff;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.List;
import java.util.Optional;

/** Reads what was made and changed once more, by its SID, and compares it with the file. */
record ReadBack(Stack stack, TwilioAccount account, BackOff backOff) {

  /**
   * @return how many resources were read
   * @throws UserMistake if one is not as it was told to be
   */
  int check(Plan plan) {
    int read = 0;
    for (Step step : plan.changes()) {
      if (step instanceof Step.Create create) {
        check(create.resource(), plan.sids());
        read++;
      } else if (step instanceof Step.Update update) {
        check(update.resource(), plan.sids());
        read++;
      }
    }
    return read;
  }

  private void check(Described resource, Sids sids) {
    ApiPath item = resource.list(sids).orElseThrow().child(sids.of(resource.label()).orElseThrow());
    for (int failed = 1; ; failed++) {
      Optional<JsonObject> record = account.fetch(item);
      Optional<List<FieldChange>> changes =
          record.map(found -> new FieldComparison(stack, sids).changes(resource, found));
      if (changes.filter(List::isEmpty).isPresent()) {
        return;
      }
      if (failed == backOff.tries()) {
        throw new UserMistake(
            resource
                + " was changed, but Twilio does not tell so: "
                + changes.map(PlanText::fields).orElse("it is not there")
                + ". If preview still shows that in a minute, Twilio takes it only when the thing is"
                + " made: delete it in Twilio's console and run up again");
      }
      backOff.pause(failed);
    }
  }
}
