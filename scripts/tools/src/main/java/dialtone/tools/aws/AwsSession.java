package dialtone.tools.aws;

import dialtone.core.directory.ExtensionsTable;
import dialtone.telephone.store.CallsTable;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The clients of whoever sets things up. Their credentials are the process's or the AWS profile's,
 * never those in {@code .env}: these are the functions' own, which may do next to nothing.
 */
final class AwsSession implements AutoCloseable {
  /** A transaction is allowed by what it is made of. */
  private static final List<String> CALLS =
      List.of(
          "dynamodb:GetItem",
          "dynamodb:BatchGetItem",
          "dynamodb:Query",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem");

  private final Workplace workplace;
  private final String region;
  private final SnsClient sns;
  private final DynamoDbClient dynamoDb;
  private final IamClient iam;
  private final StsClient sts;

  AwsSession(Workplace workplace) {
    this.workplace = workplace;
    this.region =
        workplace
            .environment()
            .get("AWS_REGION")
            .orElseThrow(
                () ->
                    new UserMistake("AWS_REGION is not set: put it in the environment or in .env"));
    sns = build(SnsClient.builder(), "SNS", region);
    dynamoDb = build(DynamoDbClient.builder(), "DYNAMODB", region);
    iam = build(IamClient.builder(), "IAM", "aws-global");
    sts = build(StsClient.builder(), "STS", region);
  }

  AwsComparison comparison(AwsOptions options) {
    String[] arn = sts.getCallerIdentity().arn().split(":", -1);
    String topic =
        workplace
            .environment()
            .get("AWS_TOPIC_ARN")
            .map(text -> text.substring(text.lastIndexOf(':') + 1))
            .orElse(options.topic);
    AwsNames names = new AwsNames(arn[1], region, arn[4], topic, tables(options), options.user);
    return new AwsComparison(names, sns, new TableComparison(dynamoDb), iam);
  }

  /** What each of the functions' tables looks like, and what they do with it. */
  private List<NeededTable> tables(AwsOptions options) {
    String calls = workplace.environment().get(CallsTable.SETTING).orElse(options.callsTable);
    return List.of(
        new NeededTable(
            ExtensionsTable.definition(extensionsTable(options)), List.of("dynamodb:GetItem")),
        new NeededTable(CallsTable.definition(calls), CALLS));
  }

  String extensionsTable(AwsOptions options) {
    return workplace.environment().get("EXTENSIONS_TABLE").orElse(options.extensionsTable);
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, String service, String in) {
    builder
        .region(Region.of(in))
        .credentialsProvider(credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder());
    workplace
        .environment()
        .get("AWS_ENDPOINT_URL_" + service)
        .ifPresent(url -> builder.endpointOverride(URI.create(url)));
    return builder.build();
  }

  private AwsCredentialsProvider credentials() {
    Map<String, String> process = workplace.variables();
    Optional<String> id = Optional.ofNullable(process.get("AWS_ACCESS_KEY_ID"));
    Optional<String> secret = Optional.ofNullable(process.get("AWS_SECRET_ACCESS_KEY"));
    if (id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        process.containsKey("AWS_SESSION_TOKEN")
            ? AwsSessionCredentials.create(id.get(), secret.get(), process.get("AWS_SESSION_TOKEN"))
            : AwsBasicCredentials.create(id.get(), secret.get()));
  }

  @Override
  public void close() {
    sns.close();
    dynamoDb.close();
    iam.close();
    sts.close();
  }
}
