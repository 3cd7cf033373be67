package dialtone.core.directory;

import dialtone.core.number.E164;
import java.util.Optional;

/**
 * A phone that registers with the SIP domain under its name.
 *
 * @param name its SIP user name, in lower case
 * @param callerId the number it calls from and is called at; extensions may share one
 * @param number the digits that other extensions dial it by, if it has any
 * @param emergencyEnabled whether it may call 911 and 933
 * @param outgoing the context of the SIP server that {@code #} asks for
 */
public record Extension(
    String name,
    E164 callerId,
    Optional<String> number,
    boolean emergencyEnabled,
    String outgoing) {}
