package dialtone.tools.smoke;

import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.number.E164;
import dialtone.testkit.TwilioRequest;
import dialtone.testkit.TwilioRequest.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who and what stands for the {@code {names}} in {@link DialplanCase}s: extensions of the directory
 * and settings of the instance.
 */
public final class Cast {
  private static final Pattern NAME = Pattern.compile("\\{([a-z_.]+)}");
  private static final List<String> CODES =
      List.of("211", "311", "411", "511", "611", "711", "811");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @param setting a setting of the instance by its name
   * @param instance the instance's name
   * @param dialStatus the URL that {@code <Dial>} reports to
   */
  public Cast(
      ExtensionDirectory directory,
      Function<String, Optional<String>> setting,
      String instance,
      String dialStatus) {
    values.put("instance", instance);
    values.put("dial_status", dialStatus);
    values.put("limit", setting.apply("TIME_LIMIT_SECONDS").orElse("3600"));
    setting.apply("SIP_DOMAIN").ifPresent(domain -> values.put("domain", filledIn(domain)));
    setting.apply("SIP_SERVER").ifPresent(server -> values.put("server", filledIn(server)));
    find(directory, Extension::emergencyEnabled)
        .ifPresent(
            caller -> {
              add("caller", caller, directory);
              find(directory, each -> !each.equals(caller) && each.number().isPresent())
                  .ifPresent(callee -> add("callee", callee, directory));
            });
    find(directory, each -> !each.emergencyEnabled())
        .ifPresent(guarded -> add("guarded", guarded, directory));
    for (String code : CODES) {
      Optional<E164> number = directory.serviceNumber(code);
      values.putIfAbsent(number.isPresent() ? "code" : "no_code", code);
      number.ifPresent(known -> values.putIfAbsent("code.number", known.value()));
    }
  }

  /** Whether each of these names has a value. */
  boolean knows(String... names) {
    return values.keySet().containsAll(List.of(names));
  }

  /** A text with the names filled in. */
  public String filledIn(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name.group(1))));
  }

  /** A request with the names in its parameters filled in. */
  public TwilioRequest filledIn(TwilioRequest request) {
    List<Parameter> form =
        request.form().stream()
            .map(each -> new Parameter(each.name(), filledIn(each.value())))
            .toList();
    return new TwilioRequest(request.query(), form, request.signature());
  }

  private void add(String role, Extension extension, ExtensionDirectory directory) {
    String id = extension.callerId().value();
    values.put(role, extension.name());
    values.put(role + ".id", id);
    values.put(role + ".encoded_id", URLEncoder.encode(id, StandardCharsets.UTF_8));
    values.put(role + ".menu", extension.outgoing());
    values.put(role + ".emergency", String.valueOf(extension.emergencyEnabled()));
    extension.number().ifPresent(number -> values.put(role + ".number", number));
    values.put(
        role + ".phones",
        directory.calledAt(extension.callerId()).stream()
            .map(each -> "<Sip>sip:" + each.name() + "@" + values.get("domain") + "</Sip>")
            .collect(Collectors.joining()));
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing stands for {" + name + "}");
    }
    return value;
  }

  private static Optional<Extension> find(
      ExtensionDirectory directory, Predicate<Extension> condition) {
    return directory.extensions().stream().filter(condition).findFirst();
  }
}
