package dialtone.tools.project;

import java.time.Duration;

/**
 * What a function may use.
 *
 * @param timeout how long an activation may take, its container's start included
 * @param memoryMegabytes the memory of its container
 */
public record Limits(Duration timeout, int memoryMegabytes) {
  static final int DEFAULT_TIMEOUT_MILLIS = 3_000;
  static final int DEFAULT_MEMORY_MEGABYTES = 256;
}
