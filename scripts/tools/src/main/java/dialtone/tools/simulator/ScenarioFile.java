package dialtone.tools.simulator;

import dialtone.simulator.CallPlan;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.Line;
import dialtone.simulator.OtherEnd;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.StatusCallback;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One scenario, written in YAML; README-simulator.md has every key. */
final class ScenarioFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "extension",
          "dials",
          "from",
          "to",
          "rest",
          "status_callback",
          "status_callback_event",
          "other_end",
          "keys",
          "hangs_up_after",
          "speaks",
          "callbacks",
          "expect");
  private static final Set<String> EXPECTED =
      Set.of("rings", "caller_id", "hears", "says", "ends", "invocations", "not_placed", "logs");

  private final String file;
  private final Map<String, Object> keys;

  private ScenarioFile(String file, Map<String, Object> keys) {
    this.file = file;
    this.keys = keys;
  }

  static Scenario read(Path path) {
    try {
      return read(path.getFileName().toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UserMistake(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a scenario; a mistake is told with the file's name. */
  static Scenario read(String file, String yaml) {
    try {
      Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return new ScenarioFile(file, mapping(file, document, KEYS)).scenario();
    } catch (YAMLException e) {
      throw new UserMistake(file + " is no YAML: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(file + ": " + e.getMessage(), e);
    }
  }

  private Scenario scenario() {
    CallerScript caller = CallerScript.LISTENS.pressing(text("keys").orElse(""));
    Optional<Duration> hangsUp = text("hangs_up_after").map(this::seconds);
    caller = hangsUp.isPresent() ? caller.hangingUpAfter(hangsUp.get()) : caller;
    Optional<Duration> speaks = text("speaks").map(this::seconds);
    caller = speaks.isPresent() ? caller.speaking(speaks.get()) : caller;
    return new Scenario(
        text("name").orElse(file),
        call(),
        otherEnds(),
        caller,
        CallbackDelivery.valueOf(text("callbacks").orElse("once").toUpperCase(Locale.ROOT)),
        expectations());
  }

  private Function<Switchboard, CallPlan> call() {
    Function<Switchboard, CallPlan> call = whoCalls();
    Optional<String> callback = text("status_callback");
    if (callback.isEmpty()) {
      return call;
    }
    Set<Event> events = events(list("status_callback_event"));
    return board -> call.apply(board).with(new StatusCallback(board.url(callback.get()), events));
  }

  private Function<Switchboard, CallPlan> whoCalls() {
    Optional<String> extension = text("extension");
    Optional<String> from = text("from");
    if (extension.isPresent() == from.isPresent()) {
      throw new IllegalArgumentException(
          "say who calls: extension and dials, or from and to (numbers in quotes)");
    }
    if (extension.isPresent() && keys.containsKey("rest")) {
      throw new IllegalArgumentException("rest goes with from and to");
    }
    if (extension.isPresent()) {
      String dialled = required("dials");
      return board -> board.plan(board.extension(extension.get(), dialled));
    }
    String to = required("to");
    return text("rest")
        .<Function<Switchboard, CallPlan>>map(
            function -> board -> board.plan(new Line.Rest(from.get(), to), function))
        .orElse(board -> board.plan(new Line.Outside(from.get(), to)));
  }

  /** The events that a status callback is asked for, in Twilio's words; none is the end alone. */
  private static Set<Event> events(List<String> words) {
    Set<Event> events = EnumSet.noneOf(Event.class);
    for (String word : words) {
      try {
        events.add(Event.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "\"" + word + "\" is no event: expected initiated, ringing, answered, completed", e);
      }
    }
    return events.isEmpty() ? EnumSet.of(Event.COMPLETED) : events;
  }

  private OtherEnds otherEnds() {
    Object value = keys.get("other_end");
    if (value instanceof Map<?, ?> byPattern) {
      Map<String, OtherEnd> ends = new LinkedHashMap<>();
      byPattern.forEach(
          (pattern, end) -> ends.put(String.valueOf(pattern), OtherEnd.parse(String.valueOf(end))));
      return OtherEnds.of(ends);
    }
    return OtherEnds.all(text("other_end").map(OtherEnd::parse).orElse(OtherEnd.OBLIGING));
  }

  private Expectations expectations() {
    Object value = keys.get("expect");
    if (value == null) {
      return Expectations.NONE;
    }
    ScenarioFile expect = new ScenarioFile(file, mapping(file, value, EXPECTED));
    return new Expectations(
        expect.keys.containsKey("rings") ? Optional.of(expect.list("rings")) : Optional.empty(),
        expect.text("caller_id"),
        expect.list("hears"),
        expect.text("says"),
        expect.text("ends"),
        expect.text("invocations").map(Integer::valueOf),
        expect.text("not_placed"),
        expect.list("logs").stream().map(Integer::valueOf).toList());
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(keys.get(key)).map(String::valueOf);
  }

  private String required(String key) {
    return text(key).orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
  }

  private List<String> list(String key) {
    Object value = keys.get(key);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : List.of(String.valueOf(value));
  }

  private Duration seconds(String text) {
    return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
  }

  private static Map<String, Object> mapping(String file, Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new UserMistake(file + ": expected keys and values, see README-simulator.md.");
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    map.forEach((key, each) -> keys.put(String.valueOf(key), each));
    keys.keySet().stream()
        .filter(key -> !known.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new UserMistake(
                  file
                      + ": unknown key "
                      + key
                      + ": known here are "
                      + String.join(", ", known.stream().sorted().toList())
                      + ".");
            });
    return keys;
  }
}
