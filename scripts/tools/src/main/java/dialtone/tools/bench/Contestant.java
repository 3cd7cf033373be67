package dialtone.tools.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that answers requests.
 *
 * @param zipBytes what is sent to a host; 0 if nobody packs it
 * @param unpackedBytes the same unpacked
 * @param line the request that it is asked, again and again
 */
record Contestant(
    String name,
    List<String> command,
    Path directory,
    long zipBytes,
    long unpackedBytes,
    String line) {}
