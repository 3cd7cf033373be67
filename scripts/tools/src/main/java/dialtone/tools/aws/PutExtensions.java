package dialtone.tools.aws;

import dialtone.core.directory.DirectoryException;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.directory.ExtensionsTable;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Command(
    name = "extensions",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Checks an extension directory and puts it into its table: instances with EXTENSIONS_TABLE"
          + " answer by it within a minute."
    })
final class PutExtensions implements Runnable {
  private final Workplace workplace;
  @Mixin private AwsOptions options;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = "lib/core/src/main/resources/dialtone/extensions.json",
      description = "The directory. Default: ${DEFAULT-VALUE}")
  private Path file;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  PutExtensions(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public void run() {
    String document = document(workplace.root().resolve(file));
    UpAws.told(
        workplace,
        session -> {
          String table = session.extensionsTable(options);
          if (!yes && !workplace.terminal().agrees("Put it into table " + table + "?")) {
            throw new UserMistake("Nothing was changed.");
          }
          session
              .dynamoDb()
              .putItem(
                  request ->
                      request
                          .tableName(table)
                          .item(
                              Map.of(
                                  ExtensionsTable.KEY,
                                  AttributeValue.fromS(ExtensionsTable.ITEM),
                                  ExtensionsTable.DOCUMENT,
                                  AttributeValue.fromS(document))));
          History.of(workplace)
              .add(new Event("extensions", table, Map.of(), Map.of("file", "" + file), Map.of()));
          workplace.say("It is in table " + table + ".");
          return table;
        });
  }

  private String document(Path path) {
    try {
      String document = Files.readString(path);
      int extensions = ExtensionDirectory.parse(document).extensions().size();
      workplace.say(path.getFileName() + ": " + extensions + " extensions");
      return document;
    } catch (IOException e) {
      throw new UserMistake(path + " cannot be read: " + e.getMessage(), e);
    } catch (DirectoryException e) {
      throw new UserMistake(path + ": " + e.getMessage(), e);
    }
  }
}
