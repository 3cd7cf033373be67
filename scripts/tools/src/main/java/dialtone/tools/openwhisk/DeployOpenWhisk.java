package dialtone.tools.openwhisk;

import com.google.gson.JsonObject;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.packaging.Packaging;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.SettingsFile;
import dialtone.tools.project.Variables;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/deploy-openwhisk}. */
@CommandLine.Command(
    name = "scripts/deploy-openwhisk",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Deploys the functions of project.yml as jars to an OpenWhisk host that has a Java kind:"
          + " OpenServerless, or one of your own. Host and key are those of wsk property set.",
      "",
      "It does what wsk package update and wsk action update do, and hands the settings over as the"
          + " environment of each function, for which wsk has no option."
    })
public final class DeployOpenWhisk implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "java:17",
      description = "The host's Java kind: java:17 (the default), java:21, java:default.")
  private String kind;

  @Mixin private SettingsFile settingsFile = new SettingsFile();

  private final Path root;

  DeployOpenWhisk(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new DeployOpenWhisk(Command.root()), arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    WskProperties host = WskProperties.read(System.getenv());
    Project project = Project.read(root);
    Variables variables = settingsFile.variables(root);
    Packaging packaging = Packaging.onThisMachine(root, variables);
    List<FunctionModule> modules =
        project.functions().stream().map(each -> FunctionModule.of(root, each)).toList();
    packaging.build(modules.toArray(FunctionModule[]::new));
    List<Path> jars = packaging.jars(modules);
    Set<String> packages = new LinkedHashSet<>();
    for (int i = 0; i < modules.size(); i++) {
      ProjectFunction function = project.functions().get(i);
      if (packages.add(function.packageName())) {
        put(host, "packages/" + function.packageName(), new JsonObject());
      }
      Map<String, String> settings = new HashMap<>(variables.of(function));
      settings.remove("ACTION_LOOP_MARKERS"); // this host's runtime marks the logs itself
      put(
          host,
          "actions/" + function.qualifiedName(),
          JavaAction.of(function, modules.get(i), jars.get(i), kind, settings));
      System.out.println(
          host.host() + "/api/v1/web/<namespace>/" + function.qualifiedName() + " (" + kind + ")");
    }
    return 0;
  }

  private static void put(WskProperties host, String path, JsonObject body)
      throws IOException, InterruptedException {
    String key = Base64.getEncoder().encodeToString(host.key().getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(host.host() + "/api/v1/namespaces/_/" + path + "?overwrite=true"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> response;
    try {
      response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UserMistake(
          host.host() + " cannot be reached: " + e + ". Is it what wsk property get shows?", e);
    }
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      throw new UserMistake(host.host() + " refuses the key: wsk property set --auth KEY.");
    }
    if (response.statusCode() >= 400) {
      throw new UserMistake(
          path + ": " + host.host() + " answers " + response.statusCode() + " " + response.body());
    }
  }
}
