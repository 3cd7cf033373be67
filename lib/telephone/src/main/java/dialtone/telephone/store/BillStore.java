package dialtone.telephone.store;

import dialtone.telephone.bill.BillLine;
import dialtone.telephone.tariff.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The calls of a bill: one partition of an index, oldest call first. */
public final class BillStore {
  static final List<String> ATTRIBUTES =
      List.of(CallsTable.DESTINATION, "seconds", CallItem.PRICE, "currency", "zone");

  private final DynamoDbClient client;
  private final String table;

  public BillStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The calls that a subscriber made and that ended in a month. One query, which DynamoDB answers
   * in pieces of 1 MB: some 4,000 calls each.
   */
  public List<BillLine> lines(String subscriber, YearMonth month) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(CallsTable.BILLS)
            .keyConditionExpression("#bill = :bill")
            .projectionExpression("#at, #to, #seconds, #price, #currency, #zone")
            .expressionAttributeNames(
                Map.of(
                    "#bill", CallsTable.BILL,
                    "#at", CallsTable.AT,
                    "#to", CallsTable.DESTINATION,
                    "#seconds", "seconds",
                    "#price", CallItem.PRICE,
                    "#currency", "currency",
                    "#zone", "zone"))
            .expressionAttributeValues(
                Map.of(":bill", AttributeValue.fromS(partition(subscriber, month))))
            .build();
    return client.queryPaginator(query).items().stream().map(BillStore::line).toList();
  }

  static String partition(String subscriber, YearMonth month) {
    return subscriber + "#" + month;
  }

  private static BillLine line(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    String at = item.text(CallsTable.AT);
    int end = at.indexOf('#');
    return new BillLine(
        at.substring(end + 1),
        item.text(CallsTable.DESTINATION),
        Instant.parse(at.substring(0, end)).atZone(ZoneId.of(item.text("zone"))),
        Duration.ofSeconds(item.number("seconds")),
        Price.of(item.text(CallItem.PRICE), item.text("currency")));
  }
}
