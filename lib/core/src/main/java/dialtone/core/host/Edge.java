package dialtone.core.host;

import dialtone.core.log.Log;
import java.time.Clock;

/** Where a function touches the world: whatever reads it is made with one of these. */
public record Edge(Environment environment, Settings settings, Clock clock, Log log) {}
