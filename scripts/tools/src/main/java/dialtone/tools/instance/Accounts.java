package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponents;
import dialtone.tools.twilio.VoiceComponents.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every Twilio account that is set up here: whichever of them may have components. */
record Accounts(Workplace workplace) {
  private static final Pattern OWN = Pattern.compile("TWILIO_(?:(.+)_)?ACCOUNT_SID");

  /**
   * The components in any account that name an instance.
   *
   * @throws UserMistake if no account is set up, or one cannot be read: then it is not known
   */
  List<Naming> naming(InstanceRecord instance) {
    Set<Naming> naming = new LinkedHashSet<>();
    for (String stack : stacks()) {
      naming.addAll(VoiceComponents.naming(workplace, stack, instance));
    }
    return new ArrayList<>(naming);
  }

  static String listed(List<Naming> naming) {
    return naming.stream().map(Naming::toString).collect(Collectors.joining("\n  "));
  }

  private List<String> stacks() {
    List<String> stacks =
        Stream.concat(workplace.variables().keySet().stream(), workplace.settingNames().stream())
            .map(OWN::matcher)
            .filter(Matcher::matches)
            .filter(own -> workplace.environment().get(own.group()).isPresent())
            .map(own -> own.group(1) == null ? "any" : own.group(1))
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
            .distinct()
            .sorted()
            .toList();
    if (stacks.isEmpty()) {
      throw new UserMistake(
          "No Twilio account is set up: set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the"
              + " environment or in .env, or it is not known which components name the instance");
    }
    return stacks;
  }
}
