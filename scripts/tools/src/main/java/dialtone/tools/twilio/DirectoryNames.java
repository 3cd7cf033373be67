package dialtone.tools.twilio;

import dialtone.core.aws.AwsClients;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.DirectoryException;
import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The extensions in the directory that the functions use. Unlike theirs, this look-up never makes
 * do with an older copy: users that are not in it are removed.
 */
record DirectoryNames(Environment environment) implements ExtensionNames {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public List<String> names() {
    ExtensionDirectory directory =
        environment
            .get("EXTENSIONS_TABLE")
            .map(this::inTable)
            .orElseGet(() -> new BundledDirectory().directory());
    return directory.extensions().stream().map(Extension::name).sorted().toList();
  }

  private ExtensionDirectory inTable(String table) {
    try (DynamoDbClient client =
        AwsClients.build(DynamoDbClient.builder(), "DYNAMODB", PATIENCE, environment)) {
      Map<String, AttributeValue> key =
          Map.of(ExtensionsTable.KEY, AttributeValue.fromS(ExtensionsTable.ITEM));
      return Optional.ofNullable(
              client
                  .getItem(request -> request.tableName(table).key(key))
                  .item()
                  .get(ExtensionsTable.DOCUMENT))
          .map(document -> ExtensionDirectory.parse(document.s()))
          .orElseThrow(
              () ->
                  new UserMistake(
                      "table " + table + " (EXTENSIONS_TABLE) holds no extension directory"));
    } catch (SdkException | IllegalArgumentException | DirectoryException e) {
      throw new UserMistake(
          "the extension directory in table "
              + table
              + " (EXTENSIONS_TABLE) cannot be read: "
              + e.getMessage(),
          e);
    }
  }
}
