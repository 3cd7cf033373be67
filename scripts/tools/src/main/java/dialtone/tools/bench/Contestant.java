package dialtone.tools.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program that answers requests.
 *
 * @param zip unpacked before each start, if somebody packs it
 * @param command run where the zip is unpacked, or in the directory
 * @param unpackedBytes all that it brings
 * @param line the request that it is asked, again and again
 */
record Contestant(
    String name,
    Optional<Path> zip,
    List<String> command,
    Path directory,
    long unpackedBytes,
    String line) {}
