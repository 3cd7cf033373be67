package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** A function that is loaded and ready, as it is in a host's container: one call at a time. */
public interface Container extends AutoCloseable {

  /**
   * Hands an event to the function and waits for its result, whatever that is.
   *
   * @param call what the host tells about this call: {@code __OW_ACTIVATION_ID} and the like
   * @throws ContainerException if the function gave no result
   */
  JsonElement invoke(JsonObject event, Map<String, String> call)
      throws ContainerException, InterruptedException;

  /** Ends the function, in whatever it is doing. */
  @Override
  void close();
}
