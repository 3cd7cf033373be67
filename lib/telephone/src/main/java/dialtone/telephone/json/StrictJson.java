package dialtone.telephone.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;

/**
 * JSON as RFC 8259 has it. Gson's own parser takes more than that, keeps the last of two members
 * with one name without a word, and follows any depth of nesting.
 */
public final class StrictJson {
  private static final int DEEPEST = 32;

  private StrictJson() {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is not JSON, is nested more than 32 deep, or has two
   *     members of one name; the message says what and where
   */
  public static JsonElement parse(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      JsonElement element = read(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IllegalArgumentException("more follows after the JSON document");
      }
      return element;
    } catch (MalformedJsonException | NumberFormatException e) {
      throw new IllegalArgumentException("not JSON: " + firstLine(e), e);
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("not JSON, or cut short", e);
    }
  }

  private static JsonElement read(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested more than " + DEEPEST + " deep");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new IllegalArgumentException("not JSON, or cut short");
    };
  }

  private static JsonObject object(JsonReader reader, int depth) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.has(name)) {
        throw new IllegalArgumentException(
            "two members are named \"" + name + "\" at " + reader.getPath());
      }
      object.add(name, read(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader, int depth) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(reader, depth + 1));
    }
    reader.endArray();
    return array;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
