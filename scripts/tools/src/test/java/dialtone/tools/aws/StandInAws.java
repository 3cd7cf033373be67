package dialtone.tools.aws;

import dialtone.tools.StandInServer;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** SNS, IAM and STS as far as the tools use them: AWS's query protocol, with state. */
public final class StandInAws implements AutoCloseable {
  static final String ACCOUNT = "123456789012";

  final List<String> topics = new ArrayList<>();
  final Map<String, String> policies = new LinkedHashMap<>();
  final List<String> users = new ArrayList<>();
  final List<String> changes = new ArrayList<>();
  public final List<String> published = new ArrayList<>();
  final Set<String> callers = new TreeSet<>();
  private final StandInServer server;
  private int pageSize = 100;
  private boolean closedDoor;

  public StandInAws() {
    server = StandInServer.start(routes -> routes.post("/", this::answer));
  }

  public String url() {
    return server.url();
  }

  void pageSize(int size) {
    pageSize = size;
  }

  /** From now on nobody may do anything. */
  public void closeDoor() {
    closedDoor = true;
  }

  private void answer(Context context) {
    Map<String, String> form = new HashMap<>();
    context.formParamMap().forEach((name, values) -> form.put(name, values.get(0)));
    String action = form.get("Action");
    callers.add(context.header("Authorization").replaceFirst(".*Credential=([^/]*)/.*", "$1"));
    if (closedDoor) {
      error(context, 403, "AccessDenied", "User is not authorized to perform: " + action);
      return;
    }
    if (action.startsWith("Create") || action.startsWith("Put")) {
      changes.add(action);
    }
    switch (action) {
      case "GetCallerIdentity" ->
          result(
              context,
              action,
              "<Arn>arn:aws:iam::%s:user/admin</Arn><UserId>U</UserId><Account>%s</Account>"
                  .formatted(ACCOUNT, ACCOUNT));
      case "ListTopics" -> topics(context, form);
      case "CreateTopic" -> {
        topics.add("arn:aws:sns:us-west-2:" + ACCOUNT + ":" + form.get("Name"));
        result(context, action, "<TopicArn>" + topics.get(topics.size() - 1) + "</TopicArn>");
      }
      case "GetUser" -> {
        if (users.contains(form.get("UserName"))) {
          result(context, action, "<User><UserName>x</UserName></User>");
        } else {
          error(context, 404, "NoSuchEntity", "no such user");
        }
      }
      case "CreateUser" -> {
        users.add(form.get("UserName"));
        result(context, action, "<User><UserName>x</UserName></User>");
      }
      case "GetUserPolicy" -> {
        String policy = policies.get(form.get("UserName") + " " + form.get("PolicyName"));
        if (policy == null) {
          error(context, 404, "NoSuchEntity", "no such policy");
        } else {
          String encoded = URLEncoder.encode(policy, StandardCharsets.UTF_8).replace("+", "%20");
          result(context, action, "<PolicyDocument>" + encoded + "</PolicyDocument>");
        }
      }
      case "Publish" -> {
        published.add(form.get("Message"));
        result(context, action, "<MessageId>1</MessageId>");
      }
      case "PutUserPolicy" -> {
        policies.put(
            form.get("UserName") + " " + form.get("PolicyName"), form.get("PolicyDocument"));
        result(context, action, "");
      }
      default -> error(context, 400, "InvalidAction", "the stand-in has no " + action);
    }
  }

  private void topics(Context context, Map<String, String> form) {
    int from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
    int to = Math.min(from + pageSize, topics.size());
    StringBuilder members = new StringBuilder("<Topics>");
    topics
        .subList(from, to)
        .forEach(
            arn -> members.append("<member><TopicArn>").append(arn).append("</TopicArn></member>"));
    members.append("</Topics>");
    if (to < topics.size()) {
      members.append("<NextToken>").append(to).append("</NextToken>");
    }
    result(context, "ListTopics", members.toString());
  }

  private static void result(Context context, String action, String xml) {
    context
        .contentType("text/xml")
        .result(
            "<%sResponse><%sResult>%s</%sResult></%sResponse>"
                .formatted(action, action, xml, action, action));
  }

  private static void error(Context context, int status, String code, String message) {
    context
        .status(status)
        .contentType("text/xml")
        .result(
            "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                .formatted(code, message));
  }

  @Override
  public void close() {
    server.close();
  }
}
