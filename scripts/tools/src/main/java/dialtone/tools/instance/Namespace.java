package dialtone.tools.instance;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.InstanceRecord;
import java.util.List;
import java.util.Optional;

/**
 * A namespace, as {@code doctl serverless namespaces list --output json} tells of it. The key that
 * is in there too is not read.
 */
record Namespace(
    @SerializedName("namespace") String id,
    @SerializedName("api_host") String listedHost,
    String label,
    @SerializedName("Region") String region) {
  private static final String PREFIX = "twilio_";

  /** What DigitalOcean's own IDs begin with. */
  private static final String CURRENT = "fn-";

  /**
   * The API host that doctl connects to, with its scheme. Each cluster has two names, one in .io
   * and one in .co; whichever the list tells, doctl 1.166 takes the one in .co.
   */
  String host() {
    int domain = listedHost.lastIndexOf('.');
    return id.startsWith(CURRENT) && domain >= 0
        ? listedHost.substring(0, domain) + ".co"
        : listedHost;
  }

  /** The label of a branch's namespace. */
  static String label(String branch) {
    return PREFIX + branch;
  }

  static List<Namespace> parse(String json) {
    try {
      return new Gson().fromJson(json, new TypeToken<List<Namespace>>() {});
    } catch (JsonParseException e) {
      throw new UserMistake("doctl's list of namespaces is no JSON: " + e.getMessage(), e);
    }
  }

  /** The branch that it is labelled with; empty if it is not one of ours. */
  Optional<String> branch() {
    return Optional.ofNullable(label)
        .filter(text -> text.startsWith(PREFIX))
        .map(text -> text.substring(PREFIX.length()));
  }

  InstanceRecord record(String branch) {
    return new InstanceRecord(branch, host(), id);
  }
}
