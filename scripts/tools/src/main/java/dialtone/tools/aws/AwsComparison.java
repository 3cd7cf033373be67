package dialtone.tools.aws;

import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.sns.SnsClient;

/** Compares topic, tables, user and policy with what is live, in the order to make them. */
record AwsComparison(AwsNames names, SnsClient sns, TableComparison tables, IamClient iam) {

  List<AwsChange> changes() {
    List<AwsChange> changes = new ArrayList<>();
    topic().ifPresent(changes::add);
    for (NeededTable table : names.tables()) {
      tables.compare(table).ifPresent(changes::add);
    }
    user().ifPresent(changes::add);
    policy().ifPresent(changes::add);
    return changes;
  }

  private Optional<AwsChange> topic() {
    boolean there =
        sns.listTopicsPaginator().topics().stream()
            .anyMatch(topic -> topic.topicArn().equals(names.topicArn()));
    return there
        ? Optional.empty()
        : Optional.of(
            AwsChange.missing(
                "SNS topic " + names.topicArn(),
                () -> sns.createTopic(request -> request.name(names.topic()))));
  }

  private Optional<AwsChange> user() {
    try {
      iam.getUser(request -> request.userName(names.user()));
      return Optional.empty();
    } catch (NoSuchEntityException e) {
      return Optional.of(
          AwsChange.missing(
              "IAM user " + names.user(),
              () -> iam.createUser(request -> request.userName(names.user()))));
    }
  }

  private Optional<AwsChange> policy() {
    String what = "policy " + AwsNames.POLICY + " of IAM user " + names.user() + "\n";
    Runnable put =
        () ->
            iam.putUserPolicy(
                request ->
                    request
                        .userName(names.user())
                        .policyName(AwsNames.POLICY)
                        .policyDocument(names.policy()));
    try {
      String encoded =
          iam.getUserPolicy(request -> request.userName(names.user()).policyName(AwsNames.POLICY))
              .policyDocument();
      String live = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
      return JsonParser.parseString(live).equals(JsonParser.parseString(names.policy()))
          ? Optional.empty()
          : Optional.of(
              new AwsChange(
                  "~ " + what + live.indent(4) + "  →\n" + names.policy().indent(4).stripTrailing(),
                  Map.of("PolicyDocument", live),
                  Map.of("PolicyDocument", names.policy()),
                  put));
    } catch (NoSuchEntityException e) {
      return Optional.of(AwsChange.missing(what + names.policy().indent(4).stripTrailing(), put));
    }
  }
}
