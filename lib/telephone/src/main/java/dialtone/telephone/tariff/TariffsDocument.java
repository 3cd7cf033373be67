package dialtone.telephone.tariff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.telephone.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The tariffs as people write them. Amounts are texts, so that nothing on the way takes them for
 * binary fractions.
 */
final class TariffsDocument {
  private static final int VERSION = 1;
  private static final String RESOURCE = "/dialtone/tariffs.json";
  private static final Set<String> TARIFF =
      Set.of("id", "valid_from", "valid_until", "currency", "zone", "standing_charge", "rates");
  private static final Set<String> RATE = Set.of("from", "until", "per_minute");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");

  private final List<String> mistakes = new ArrayList<>();

  private TariffsDocument() {}

  static Tariffs bundled() {
    try (InputStream in = TariffsDocument.class.getResourceAsStream(RESOURCE)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws TariffsException if it has mistakes
   */
  static Tariffs parse(String text) {
    TariffsDocument document = new TariffsDocument();
    List<Tariff> tariffs = document.read(text);
    if (!document.mistakes.isEmpty()) {
      throw new TariffsException(document.mistakes);
    }
    return new Tariffs(tariffs);
  }

  private List<Tariff> read(String text) {
    try {
      JsonObject root = object(StrictJson.parse(text), Set.of("version", "tariffs"));
      if (!root.has("version") || !root.get("version").toString().equals("" + VERSION)) {
        throw new IllegalArgumentException("\"version\" is not " + VERSION);
      }
      List<Tariff> tariffs = new ArrayList<>();
      int position = 0;
      for (JsonElement each : array(root, "tariffs")) {
        tariff(++position, each).ifPresent(tariffs::add);
      }
      return tariffs;
    } catch (IllegalArgumentException e) {
      mistakes.add(e.getMessage());
      return List.of();
    }
  }

  private Optional<Tariff> tariff(int position, JsonElement element) {
    String where = "tariff " + position;
    try {
      JsonObject json = object(element, TARIFF);
      String id = field(json, "id", Function.identity());
      where = "tariff \"" + id + "\"";
      List<Rate> rates = new ArrayList<>();
      for (JsonElement each : array(json, "rates")) {
        rates.add(rate(object(each, RATE)));
      }
      return Optional.of(
          new Tariff(
              id,
              field(json, "valid_from", TariffsDocument::moment),
              json.has("valid_until")
                  ? Optional.of(field(json, "valid_until", TariffsDocument::moment))
                  : Optional.empty(),
              field(json, "currency", Currency::getInstance),
              field(json, "zone", ZoneId::of),
              field(json, "standing_charge", TariffsDocument::amount),
              rates));
    } catch (IllegalArgumentException e) {
      mistakes.add(where + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Rate rate(JsonObject json) {
    return new Rate(
        field(json, "from", TariffsDocument::secondOfDay),
        field(json, "until", TariffsDocument::secondOfDay),
        field(json, "per_minute", TariffsDocument::amount));
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static BigDecimal amount(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new IllegalArgumentException("not an amount");
    }
    return new BigDecimal(text);
  }

  private static int secondOfDay(String text) {
    if (!TIME.matcher(text).matches()) {
      throw new IllegalArgumentException("not a time of day");
    }
    int minutes = Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    return minutes * 60;
  }

  private static <T> T field(JsonObject json, String name, Function<String, T> parser) {
    JsonElement value = json.get(name);
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing or not a text");
    }
    try {
      return parser.apply(value.getAsString());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + name + "\" cannot be read: \"" + value.getAsString() + "\"", e);
    }
  }

  private static JsonArray array(JsonObject json, String name) {
    if (json.get(name) instanceof JsonArray array) {
      return array;
    }
    throw new IllegalArgumentException("\"" + name + "\" is missing or not a list");
  }

  private static JsonObject object(JsonElement element, Set<String> known) {
    if (!(element instanceof JsonObject json)) {
      throw new IllegalArgumentException("not an object");
    }
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("unknown key \"" + name + "\"");
      }
    }
    return json;
  }
}
