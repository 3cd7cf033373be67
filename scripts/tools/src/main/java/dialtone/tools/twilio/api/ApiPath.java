package dialtone.tools.twilio.api;

import com.twilio.rest.Domains;
import dialtone.tools.command.UserMistake;
import java.util.Arrays;

/**
 * Where resources of one kind are in Twilio's REST API.
 *
 * @param product the first label of the host's name: {@code api}, {@code taskrouter}, {@code
 *     studio}
 * @param path what follows the host, without {@code .json}
 */
public record ApiPath(String product, String path) {

  /** Reads {@code taskrouter/v1/Workspaces}: the product, then the path as Twilio documents it. */
  public static ApiPath parse(String text) {
    int slash = text.indexOf('/');
    String product = slash < 0 ? text : text.substring(0, slash);
    if (slash < 0 || Arrays.stream(Domains.values()).noneMatch(d -> product.equals(d.toString()))) {
      throw new UserMistake(
          "path \""
              + text
              + "\" begins with no product of Twilio's API: expected for example"
              + " taskrouter/v1/Workspaces or api/2010-04-01/Accounts/{AccountSid}/Queues");
    }
    String path = text.substring(slash);
    return new ApiPath(
        product, path.endsWith(".json") ? path.substring(0, path.length() - 5) : path);
  }

  /** A path of the main API, below the account. */
  public static ApiPath ofAccount(String rest) {
    return new ApiPath(Domains.API.toString(), "/2010-04-01/Accounts/{AccountSid}/" + rest);
  }

  /** One level further down: an item of the list, or a list of an item. */
  public ApiPath child(String segment) {
    return new ApiPath(product, path + "/" + segment);
  }

  /** For people: without what all paths of the main API begin with. */
  public String belowAccount() {
    String account = ofAccount("").toString();
    return toString().startsWith(account) ? toString().substring(account.length()) : toString();
  }

  /** As it is requested: the main API's resources end in {@code .json}. */
  String uri(String accountSid) {
    String uri = path.replace("{AccountSid}", accountSid);
    return product.equals(Domains.API.toString()) ? uri + ".json" : uri;
  }

  @Override
  public String toString() {
    return product + path;
  }
}
