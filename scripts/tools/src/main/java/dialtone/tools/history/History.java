package dialtone.tools.history;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Every change, one JSON line each: {@code .dialtone/history.jsonl}, with who made it, when, and
 * from which commit. Nothing is decided by it but one thing: a resource that was made lately is
 * looked for under the SID that it was made with, since Twilio's lists can lag behind.
 */
public final class History {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Path file;
  private final Author author;
  private final Announcement announcement;
  private final Clock clock;

  public History(Path root, Author author, Announcement announcement, Clock clock) {
    this.file = root.resolve(".dialtone").resolve("history.jsonl");
    this.author = author;
    this.announcement = announcement;
    this.clock = clock;
  }

  /** The history of the project that a command runs in. */
  public static History of(Workplace workplace) {
    return new History(
        workplace.root(),
        Author.of(workplace.environment(), workplace.root()),
        new SnsAnnouncement(workplace.environment(), workplace.terminal()),
        workplace.clock());
  }

  /** Writes a change down and announces it. */
  public void add(Event event) {
    JsonObject line = new JsonObject();
    line.addProperty("at", clock.instant().toString());
    line.addProperty("who", author.who());
    line.addProperty("commit", author.commit());
    line.addProperty("action", event.action());
    line.addProperty("what", event.what());
    line.add("from", JSON.toJsonTree(new TreeMap<>(event.from())));
    line.add("to", JSON.toJsonTree(new TreeMap<>(event.to())));
    new TreeMap<>(event.details()).forEach(line::addProperty);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          JSON.toJson(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserMistake(file + " cannot be written: " + e.getMessage(), e);
    }
    announcement.publish(JSON.toJson(line));
  }

  /** The changes of the last while, oldest first; a line that is none is passed over. */
  public List<JsonObject> since(Duration age) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Instant earliest = clock.instant().minus(age);
    List<JsonObject> events = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        read(line, earliest, events);
      }
    } catch (IOException e) {
      throw new UserMistake(file + " cannot be read: " + e.getMessage(), e);
    }
    return events;
  }

  private void read(String line, Instant earliest, List<JsonObject> events) {
    try {
      JsonObject event = JsonParser.parseString(line).getAsJsonObject();
      if (Instant.parse(event.get("at").getAsString()).isAfter(earliest)) {
        events.add(event);
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new UserMistake(
          file + " has a line that is no event: " + line + ". Mend or remove it", e);
    }
  }
}
