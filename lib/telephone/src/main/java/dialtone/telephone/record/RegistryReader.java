package dialtone.telephone.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.telephone.json.StrictJson;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.record.Registry.Refused;
import dialtone.telephone.record.Registry.TooMany;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Reads what senders post. They are not trusted: nothing is guessed, every mistake is named. */
public final class RegistryReader {
  /** The most records of one request. */
  public static final int MOST = 500;

  private final Clock clock;

  public RegistryReader(Clock clock) {
    this.clock = clock;
  }

  /** Reads one record, or an array of up to {@link #MOST}. */
  public Registry read(String body) {
    JsonElement json;
    try {
      json = StrictJson.parse(body);
    } catch (IllegalArgumentException e) {
      return new Refused(List.of(new FieldProblem("", String.valueOf(e.getMessage()))));
    }
    return read(json);
  }

  /**
   * Reads what was read before, and stored.
   *
   * @throws IllegalStateException if it is no registry any more
   */
  public Records readAgain(String data) {
    Registry registry = read(data);
    if (registry instanceof Records records) {
      return records;
    }
    throw new IllegalStateException("the task's data is no registry any more: " + registry);
  }

  /** The same, of JSON that has been read already. */
  public Registry read(JsonElement json) {
    boolean single = !(json instanceof JsonArray);
    List<JsonElement> elements = new ArrayList<>();
    (json instanceof JsonArray array ? array : List.of(json)).forEach(elements::add);
    if (elements.size() > MOST) {
      return new TooMany(MOST);
    }
    if (elements.isEmpty()) {
      return new Refused(List.of(new FieldProblem("", "an array of 1 to 500 records expected")));
    }
    List<CallRecord> records = new ArrayList<>();
    List<FieldProblem> problems = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String pointer = single ? "" : "/" + i;
      if (elements.get(i) instanceof JsonObject object) {
        new RecordReader(object, pointer, clock.instant(), problems).read().ifPresent(records::add);
      } else {
        problems.add(new FieldProblem(pointer, "a call record, which is a JSON object, expected"));
      }
    }
    return problems.isEmpty() ? new Records(records, single) : new Refused(problems);
  }
}
