package io.tributary.stack.template;

import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.local.attribution.Faults;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.local.load.RawLoader;
import io.tributary.local.states.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Runs of a small shop on the local cloud, whose faults lead its steps down every path. */
final class LocalRuns implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Patience IMPATIENCE =
      new Patience(
          1,
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofSeconds(4),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ZERO,
          Duration.ZERO);

  private final ProjectFiles files;
  private final LocalCloud cloud;
  private int customers;

  private LocalRuns(ProjectFiles files) {
    this.files = files;
    this.cloud =
        LocalCloud.start(
            files,
            Optional.empty(),
            new CloudSettings(
                ServiceSettings.defaults(),
                Pace.times(1_000),
                IMPATIENCE,
                Pause.real(),
                Duration.ofSeconds(60),
                2,
                Map.of("TRIBUTARY_SECRET_TRIBUTARY_IHC", "test-key"),
                Clock.systemUTC()));
  }

  /** The project names its service, so that workers read the key. */
  static LocalRuns in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    var runs = new LocalRuns(new ProjectFiles(folder));
    String project =
        """
        project: shop
        sources:
          conversions: {kind: conversions}
          sessions: {kind: session_sources}
          pages: {kind: pages}
        identity:
          identifiers:
            - name: user_id
              priority: 1
              limit: 1
              from: {conversions: user_id, sessions: user_id}
        context:
          - {key: people, query: select count(*) as value from profiles}
        attributes:
          - {id: revenue, type: sum, value: revenue, sources: [conversions]}
        features: {}
        attribution: {ihc: {endpoint: "%s", conv_type_id: shop}}
        """
            .formatted(runs.cloud.service().endpoint().base());
    runs.put("tributary.yaml", project);
    runs.put("features/own.yaml", "features: [{name: views, source: pages, aggregation: count}]\n");
    runs.put("identity/corrections.yaml", "same: [[user_id:u1, user_id:u2]]\n");
    return runs;
  }

  void faults(Consumer<Faults> change) {
    change.accept(cloud.service().faults());
  }

  /** New orders, and a run that ends so. */
  void run(ExecutionStatus expected) throws Exception {
    order();
    order();
    try (var connection = cloud.warehouse().connection()) {
      new RawLoader(connection, "raw").load(files.data());
    }
    String execution =
        cloud
            .clients()
            .sfn()
            .startExecution(r -> r.stateMachineArn(cloud.pipelineMachine()).input("{}"))
            .executionArn();
    if (!cloud.states().awaitEnd(execution, LONGEST)) {
      throw new AssertionError("The run did not end within " + LONGEST);
    }
    var end = cloud.clients().sfn().describeExecution(r -> r.executionArn(execution));
    if (end.status() != expected) {
      throw new AssertionError(end.status() + ": " + end.error() + ": " + end.cause());
    }
  }

  void put(String key, String text) {
    cloud.pipeline().objects().put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Calls a function as an event source does, or a person. */
  void invoke(String step, String input) throws FunctionFailure {
    cloud.functions().invoke(step, input);
  }

  private void order() throws IOException {
    customers++;
    String day = "2023-03-%02d".formatted(customers);
    write(
        "raw.conversions/%03d.csv",
        "conversion_id,user_id,timestamp,revenue",
        "c%d,u%d,%s 10:00:00,10".formatted(customers, customers, day));
    write(
        "raw.session_sources/%03d.csv",
        "session_id,user_id,timestamp,channel_name",
        "s%d,u%d,%s 09:00:00,Email".formatted(customers, customers, day));
    write(
        "raw.pages/%03d.csv",
        "id,user_id,timestamp,user_agent",
        "p%d,u%d,%s 09:00:00,Browser/%d".formatted(customers, customers, day, customers));
  }

  private void write(String name, String header, String line) throws IOException {
    Path file = files.data().resolve(name.formatted(customers));
    Files.createDirectories(file.getParent());
    Files.writeString(file, header + "\n" + line + "\n");
  }

  @Override
  public void close() {
    cloud.close();
  }
}
