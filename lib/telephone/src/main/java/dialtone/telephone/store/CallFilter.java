package dialtone.telephone.store;

import dialtone.telephone.call.Call.State;
import java.time.Instant;
import java.util.Optional;

/**
 * Which calls are asked for.
 *
 * @param from the first moment at which they start; of a call whose start has not come, stop
 * @param to the first moment at which they do not any more
 */
public record CallFilter(
    Optional<String> source,
    Optional<String> destination,
    Instant from,
    Instant to,
    Optional<State> state) {}
