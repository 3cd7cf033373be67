package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import dialtone.simulator.twiml.Flaw;
import java.time.Duration;
import java.util.Locale;

/** Something that Twilio would log in its debugger. */
public record Logged(Duration at, Flaw flaw) implements Entry {
  @Override
  public String kind() {
    return flaw.error().level().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String story() {
    return flaw.toString();
  }

  @Override
  public void facts(JsonObject json) {
    flaw.error().number().ifPresent(number -> json.addProperty("number", number));
    json.addProperty("text", flaw.error().text());
    json.addProperty("detail", flaw.detail());
    json.addProperty("breaks", flaw.breaks());
  }
}
