package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Reply;
import java.time.Duration;
import java.util.Map;

/**
 * Twilio asked a URL.
 *
 * @param purpose why: {@code voice URL}, {@code action of <Dial>}, {@code status callback}
 */
public record Asked(Duration at, String purpose, Exchange exchange) implements Entry {
  @Override
  public String kind() {
    return "request";
  }

  @Override
  public String story() {
    String answer =
        exchange.reply().map(reply -> String.valueOf(reply.status())).orElse("no answer");
    return "%s: %s %s → %s in %d ms"
        .formatted(
            purpose, exchange.request().method(), exchange.url(), answer, exchange.milliseconds());
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("purpose", purpose);
    json.addProperty("method", exchange.request().method().name());
    json.addProperty("url", exchange.url());
    json.addProperty("milliseconds", exchange.milliseconds());
    JsonObject parameters = new JsonObject();
    for (Map.Entry<String, String> each : exchange.request().parameters().entrySet()) {
      parameters.addProperty(each.getKey(), each.getValue());
    }
    json.add("parameters", parameters);
    if (exchange.reply().isPresent()) {
      Reply reply = exchange.reply().get();
      json.addProperty("status", reply.status());
      json.addProperty("contentType", reply.contentType().orElse(""));
      json.addProperty("body", reply.body());
    }
  }
}
