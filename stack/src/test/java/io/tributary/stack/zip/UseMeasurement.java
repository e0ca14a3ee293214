package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.config.Attribution;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.json.Json;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import io.tributary.local.load.RawLoader;
import io.tributary.run.PlanStep;
import io.tributary.run.RunRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What a run of a generated shop uses: calls and seconds of each function, state transitions. */
final class UseMeasurement {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(12);

  private UseMeasurement() {}

  /** Makes a shop of so many visitors and runs it once, every model, paying for every journey. */
  static ObjectNode measure(Path folder, int users)
      throws IOException, SQLException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var shop = ShopGenerator.generate(folder, ShopSettings.of(users, 90, 1));
    var files = new ProjectFiles(folder);
    byte[] text = Files.readAllBytes(files.projectFile());
    Project project =
        ProjectReader.read("tributary.yaml", new String(text, StandardCharsets.UTF_8))
            .project()
            .orElseThrow();
    var ihc = project.attribution().map(Attribution::ihc);
    try (var cloud = LocalCloud.start(files, ihc, CloudSettings.usual())) {
      try (Connection connection = cloud.warehouse().connection()) {
        new RawLoader(connection, project.rawSchema()).load(files.data());
      }
      cloud.pipeline().objects().put(PlanStep.PROJECT_FILE, text);
      run(cloud);
      ObjectNode figures = Json.MAPPER.createObjectNode();
      figures.put("load_before", load);
      figures.put("sessions", shop.sessions()).put("conversions", shop.conversions());
      figures.put("requests", cloud.service().calls());
      figures.put("transitions", cloud.states().totalTransitions());
      ObjectNode functions = figures.putObject("functions");
      new TreeMap<>(cloud.functions().use())
          .forEach(
              (name, use) ->
                  functions
                      .putObject(name)
                      .put("calls", use.calls())
                      .put("seconds", use.duration().toMillis() / 1000.0));
      return figures;
    }
  }

  private static void run(LocalCloud cloud) throws InterruptedException {
    String input = new String(Json.bytes(RunRequest.everything()), StandardCharsets.UTF_8);
    var sfn = cloud.clients().sfn();
    String execution =
        sfn.startExecution(
                r ->
                    r.stateMachineArn(cloud.pipelineMachine())
                        .name(UUID.randomUUID().toString())
                        .input(input))
            .executionArn();
    if (!cloud.states().awaitEnd(execution, LONGEST_RUN)) {
      throw new IllegalStateException("The run did not end within " + LONGEST_RUN);
    }
    var end = sfn.describeExecution(r -> r.executionArn(execution));
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException("The run failed: " + end.error() + ", " + end.cause());
    }
  }
}
