package dialtone.telephone.store;

import dialtone.telephone.bill.BillLine;
import dialtone.telephone.call.Charge;
import dialtone.telephone.record.CallRecord.Start;
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
  /**
   * All that a bill shows of a call, as one text: DynamoDB and its client take far longer for as
   * many attributes.
   */
  static final String LINE = "line";

  private final DynamoDbClient client;
  private final String table;

  public BillStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * The calls that a subscriber made and that ended in a month. One query, which DynamoDB answers
   * in pieces of 1 MB: some 5,000 calls each.
   */
  public List<BillLine> lines(String subscriber, YearMonth month) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(CallsTable.BILLS)
            .keyConditionExpression("#bill = :bill")
            .projectionExpression("#line")
            .expressionAttributeNames(Map.of("#bill", CallsTable.BILL, "#line", LINE))
            .expressionAttributeValues(
                Map.of(":bill", AttributeValue.fromS(partition(subscriber, month))))
            .build();
    return client.queryPaginator(query).items().stream().map(BillStore::line).toList();
  }

  static String partition(String subscriber, YearMonth month) {
    return subscriber + "#" + month;
  }

  /** What {@link #LINE} holds of a call. */
  static String text(Start start, Duration duration, Charge charge) {
    return String.join(
        " ",
        start.destination(),
        Long.toString(start.timestamp().getEpochSecond()),
        charge.zone().getId(),
        Long.toString(duration.toSeconds()),
        charge.price().text(),
        charge.price().currency().getCurrencyCode());
  }

  private static BillLine line(Map<String, AttributeValue> attributes) {
    List<String> parts = List.of(Item.of(attributes).text(LINE).split(" ", -1));
    return new BillLine(
        parts.get(0),
        Instant.ofEpochSecond(Long.parseLong(parts.get(1))).atZone(ZoneId.of(parts.get(2))),
        Duration.ofSeconds(Long.parseLong(parts.get(3))),
        Price.of(parts.get(4), parts.get(5)));
  }
}
