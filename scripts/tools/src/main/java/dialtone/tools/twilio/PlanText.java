package dialtone.tools.twilio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan for people. */
final class PlanText {
  private static final int LONGEST = 300;

  private PlanText() {}

  static String of(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Step step : plan.changes()) {
      text.append(step(step));
    }
    if (!plan.changes().isEmpty()) {
      text.append('\n');
    }
    long added = plan.changes().stream().filter(Step.Create.class::isInstance).count();
    long changed = plan.changes().stream().filter(Step.Update.class::isInstance).count();
    return text.append(
            "Stack %s: %d to add, %d to change, %d to remove, %d unchanged."
                .formatted(
                    plan.stack(),
                    added,
                    changed,
                    plan.changes().size() - added - changed,
                    plan.unchanged()))
        .toString();
  }

  static String fields(List<FieldChange> changes) {
    return changes.stream()
        .map(
            change ->
                change.name()
                    + " "
                    + shown(change.name(), change.from())
                    + " → "
                    + shown(change.name(), change.to()))
        .collect(Collectors.joining(", "));
  }

  private static String step(Step step) {
    if (step instanceof Step.Create create) {
      return "+ " + step.what() + "\n" + attributes(create.resource());
    }
    if (step instanceof Step.Update update) {
      return "~ "
          + step.what()
          + "\n"
          + update.changes().stream()
              .flatMap(change -> DocumentChange.parts(change).stream())
              .map(PlanText::line)
              .collect(Collectors.joining());
    }
    return "- " + step.what() + "\n";
  }

  private static String line(FieldChange change) {
    String name = change.name();
    return ChangeText.of(name, cut(shown(name, change.from())), cut(shown(name, change.to())))
        + "\n";
  }

  /** A whole document is for machines. */
  private static String cut(String value) {
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST) + "… (" + value.length() + " characters)";
  }

  private static String attributes(Described resource) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Value> each : resource.attributes().entrySet()) {
      lines
          .append("    ")
          .append(each.getKey())
          .append(' ')
          .append(cut(shown(resource.kind(), each.getKey(), each.getValue().text())))
          .append('\n');
    }
    return lines.toString();
  }

  private static String shown(Kind kind, String name, String value) {
    return kind.writeOnly().contains(name) ? Secrets.MASK : shown(name, value);
  }

  private static String shown(String name, String value) {
    return value.isEmpty() ? "(empty)" : Secrets.shown(name, SidReference.display(value));
  }
}
