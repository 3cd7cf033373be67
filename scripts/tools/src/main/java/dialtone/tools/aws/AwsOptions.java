package dialtone.tools.aws;

import picocli.CommandLine.Option;

/** What things are called. */
final class AwsOptions {
  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "dialtone",
      description = "The SNS topic, if AWS_TOPIC_ARN is not set. Default: ${DEFAULT-VALUE}")
  String topic;

  @Option(
      names = "--extensions-table",
      paramLabel = "NAME",
      defaultValue = "dialtone-extensions",
      description =
          "The table of the extension directory, if EXTENSIONS_TABLE is not set."
              + " Default: ${DEFAULT-VALUE}")
  String extensionsTable;

  @Option(
      names = "--calls-table",
      paramLabel = "NAME",
      defaultValue = "dialtone-calls",
      description =
          "The table of the telephone API's calls, if CALLS_TABLE is not set."
              + " Default: ${DEFAULT-VALUE}")
  String callsTable;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      defaultValue = "dialtone",
      description = "The IAM user that the functions are. Default: ${DEFAULT-VALUE}")
  String user;
}
