package dialtone.telephone.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as RFC 8259 has it. Gson's own parser takes more than that, keeps the last of two members
 * with one name without a word, and follows any depth of nesting.
 */
public final class StrictJson {
  private static final int DEEPEST = 32;
  private static final Pattern PLACE = Pattern.compile(" at line .*");

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
      reader.peek(); // whatever follows is malformed
      return element;
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException("not JSON" + place(e), e);
    } catch (IOException | IllegalStateException e) {
      throw new IllegalArgumentException("not JSON, or cut short", e);
    }
  }

  private static JsonElement read(JsonReader reader, int depth) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, deeper(depth));
      case BEGIN_ARRAY -> array(reader, deeper(depth));
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> number(reader);
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new IllegalArgumentException("not JSON, or cut short");
    };
  }

  private static int deeper(int depth) {
    if (depth == DEEPEST) {
      throw new IllegalArgumentException("nested more than " + DEEPEST + " deep");
    }
    return depth + 1;
  }

  private static JsonPrimitive number(JsonReader reader) throws IOException {
    String path = reader.getPath();
    try {
      return new JsonPrimitive(new BigDecimal(reader.nextString()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number at " + path + " is out of range", e);
    }
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
      object.add(name, read(reader, depth));
    }
    reader.endObject();
    return object;
  }

  private static JsonArray array(JsonReader reader, int depth) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(reader, depth));
    }
    reader.endArray();
    return array;
  }

  /** Gson's message ends with the place; before it, it tells programmers of a setting. */
  private static String place(MalformedJsonException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? place.group() : "";
  }
}
