package dialtone.tools.actionloop;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * One container of an OpenWhisk Go kind, as the public proxies have it: {@link #init} unpacks a zip
 * and starts its {@code exec}; then each activation is one request and one answer.
 */
public final class ActionLoopHost implements AutoCloseable {
  private static final String EXEC = "exec";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
  private static final byte[] SCRIPT = {'#', '!'};
  private static final int OWNER_MAY_RUN = 0100;

  private final Path directory;
  private final ActionProcess process;
  private final boolean marked;

  private ActionLoopHost(Path directory, ActionProcess process, boolean marked) {
    this.directory = directory;
    this.process = process;
    this.marked = marked;
  }

  /**
   * Unpacks a zip and starts it.
   *
   * @param environment all that the action finds in its environment but for what the proxy adds
   * @param marked whether the action prints the end of each activation's log, as on DigitalOcean
   * @throws HostException if the zip has no exec that runs without a compiler, or exec does not
   *     acknowledge within {@code most}
   */
  public static ActionLoopHost init(
      Path zip, Map<String, String> environment, boolean marked, Duration most) {
    return start(unpack(zip), environment, marked, most);
  }

  /** The second half of {@link #init}: starts what was unpacked, which is this host's from now. */
  public static ActionLoopHost start(
      Path directory, Map<String, String> environment, boolean marked, Duration most) {
    Path exec = directory.resolve(EXEC);
    if (!isRunnable(exec)) {
      delete(directory);
      throw new HostException("the zip has no exec that is a program or begins with #!");
    }
    Map<String, String> all = new TreeMap<>(environment);
    all.put("__OW_WAIT_FOR_ACK", "1");
    // The proxy's own directory is the current one, never the action's.
    ActionProcess process =
        ActionProcess.start(List.of(exec.toString()), directory.getParent(), all);
    ActionLoopHost host = new ActionLoopHost(directory, process, marked);
    try {
      String acknowledgement =
          process
              .receive(most)
              .orElseThrow(
                  () ->
                      new HostException(
                          "command exited abruptly during initialization: " + host.lastWords()));
      if (!object(acknowledgement).has("ok")) {
        throw new HostException("the function did not initialize properly: " + acknowledgement);
      }
      return host;
    } catch (HostException e) {
      host.close();
      throw e;
    }
  }

  /**
   * Runs one activation.
   *
   * @param event what the function is called with
   * @param call what the host tells about this call, by the names of the environment: {@code
   *     __OW_ACTIVATION_ID} and the like
   * @throws HostException if the action ends, answers no object, or does not answer within {@code
   *     most}; it is of no further use then
   */
  public JsonObject run(JsonObject event, Map<String, String> call, Duration most) {
    JsonObject request = new JsonObject();
    request.add("value", event);
    call.forEach(
        (name, value) ->
            request.addProperty(name.replaceFirst("^__OW_", "").toLowerCase(Locale.ROOT), value));
    return object(run(request.toString(), most));
  }

  /** The same for a line as it is. */
  public String run(String line, Duration most) {
    process.send(line);
    try {
      return process
          .receive(most)
          .orElseThrow(() -> new HostException("command exited: " + lastWords()));
    } catch (HostException e) {
      process.kill();
      throw e;
    }
  }

  /** What the action printed during the activation that was answered last. */
  public ActivationLog log() {
    return process.log(marked);
  }

  /** The process that answers. */
  public ActionProcess process() {
    return process;
  }

  /** Where the zip was unpacked. */
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    process.close();
    delete(directory);
  }

  private String lastWords() {
    ActivationLog log = process.log(true);
    return String.join("\n", Stream.concat(log.out().stream(), log.err().stream()).toList());
  }

  private static JsonObject object(String line) {
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new HostException("the action did not return a dictionary: " + line, e);
    }
  }

  /** The first half of {@link #init}: unpacks a zip into a directory of its own. */
  public static Path unpack(Path zip) {
    try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
      Path directory = Files.createTempDirectory("action-loop").resolve("action");
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        Path file = directory.resolve(entry.getName()).normalize();
        if (!file.startsWith(directory)) {
          throw new HostException("illegal file path: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (!entry.isDirectory()) {
          try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, file);
          }
          boolean runnable = (entry.getUnixMode() & OWNER_MAY_RUN) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
      return directory;
    } catch (IOException e) {
      throw new HostException(zip + " cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static boolean isRunnable(Path exec) {
    try (InputStream content = Files.newInputStream(exec)) {
      byte[] start = content.readNBytes(ELF.length);
      return Arrays.equals(start, ELF)
          || Arrays.equals(Arrays.copyOf(start, SCRIPT.length), SCRIPT);
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes what {@link #unpack} made; {@link #close} does it for what was started. */
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory.getParent())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
