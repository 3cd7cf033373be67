package dialtone.telephone.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A DynamoDB item that is read and written by the names of its attributes. */
final class Item {
  /** Always of one length, so that the order of the texts is that of the moments. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  static Item empty() {
    return new Item(new LinkedHashMap<>());
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  static String text(Instant moment) {
    return MOMENT.format(moment);
  }

  Item with(String name, String value) {
    attributes.put(name, AttributeValue.fromS(value));
    return this;
  }

  Item with(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Item with(String name, Instant value) {
    return with(name, text(value));
  }

  Item with(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("an item has no attribute " + name))
        .s();
  }

  Optional<String> optionalText(String name) {
    return find(name).map(AttributeValue::s);
  }

  long number(String name) {
    return Long.parseLong(find(name).map(AttributeValue::n).orElse("0"));
  }

  Instant moment(String name) {
    return Instant.parse(text(name));
  }

  Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }
}
