package dialtone.telephone.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a page ended: the index's partition and the last item's keys, in a text that fits a URL.
 * Whoever asks can make one up, so it is only ever used as a place to go on from.
 */
record Cursor(String partition, String at, String pk, String sk) {

  static Cursor after(String partition, Map<String, AttributeValue> key) {
    Item item = Item.of(key);
    return new Cursor(
        partition,
        item.text(CallsTable.AT),
        item.text(CallsTable.PARTITION),
        item.text(CallsTable.SORT));
  }

  /** At the beginning of a partition. */
  static Cursor before(String partition) {
    return new Cursor(partition, "", "", "");
  }

  /**
   * Reads a cursor.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Cursor parse(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    List<String> parts = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    if (parts.size() != 4) {
      throw new IllegalArgumentException("not a cursor");
    }
    Cursor cursor = new Cursor(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    boolean start = cursor.at.isEmpty();
    if (cursor.pk.isEmpty() != start || cursor.sk.isEmpty() != start) {
      throw new IllegalArgumentException("not a cursor");
    }
    return cursor;
  }

  Map<String, AttributeValue> key(String attribute) {
    return at.isEmpty()
        ? Map.of()
        : Item.empty()
            .with(attribute, partition)
            .with(CallsTable.AT, at)
            .with(CallsTable.PARTITION, pk)
            .with(CallsTable.SORT, sk)
            .attributes();
  }

  @Override
  public String toString() {
    byte[] bytes = String.join("\n", partition, at, pk, sk).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
