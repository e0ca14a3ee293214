package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Stitching in a whole pipeline: all events in the first run, one in a hundred more in the second,
 * nothing new in the third. Of each the seconds of the states of its stitching.
 */
final class IdentityMeasurement {
  private static final String PROJECT =
      """
      project: bench
      sources:
        tracks: {kind: tracks}
      identity:
        identifiers:
          - {name: user_id, priority: 1, limit: 3, from: {tracks: user_id}}
          - {name: email, priority: 2, from: {tracks: lower(email)}}
          - {name: anonymous_id, priority: 3, from: {tracks: anonymous_id}}
      """;

  private static final int EVENTS_A_VISITOR = 26;

  private final ProjectFiles files;

  IdentityMeasurement(Path folder) throws IOException {
    Folders.delete(folder);
    Files.createDirectories(folder);
    files = new ProjectFiles(folder);
    Files.createDirectories(files.state());
    Files.writeString(files.projectFile(), PROJECT);
  }

  /**
   * Measures.
   *
   * @param events those of the first run; identifiers are about 0.15 of them
   */
  ObjectNode measure(long events) throws IOException, SQLException {
    ObjectNode figures = Json.MAPPER.createObjectNode().put("events", events);
    long visitors = Math.max(1, events / EVENTS_A_VISITOR);
    try (BenchCloud cloud = BenchCloud.start(files, Duration.ZERO)) {
      tables(cloud);
      tracks(cloud, visitors, 0, events);
      figures.set("full", run(cloud));
      tracks(cloud, visitors, events, events + events / 100);
      figures.set("increment", run(cloud));
      figures.set("idle", run(cloud));
      String store = "from tributary_store.identity_map where to_run is null";
      figures.put("identifiers", number(cloud, "select count(*) " + store));
      figures.put("profiles", number(cloud, "select count(distinct profile_id) " + store));
    }
    return figures
        .put("peak_bytes", Machine.peakMemory())
        .put("warehouse_bytes", Files.size(files.warehouse()));
  }

  private static ObjectNode run(BenchCloud cloud) {
    ObjectNode run = Json.MAPPER.createObjectNode();
    BenchRun whole = cloud.run();
    run.put("whole", whole.seconds());
    run.put("stitching", whole.stages().getOrDefault("stitch", 0.0));
    stitching(cloud.cloud().clients().sfn()).forEach(run::put);
    return run;
  }

  /** The states of the last stitching. */
  private static Map<String, Double> stitching(SfnClient sfn) {
    String machine =
        sfn.listStateMachinesPaginator().stateMachines().stream()
            .filter(found -> found.name().endsWith("stitch"))
            .findFirst()
            .orElseThrow()
            .stateMachineArn();
    String last =
        sfn.listExecutions(r -> r.stateMachineArn(machine)).executions().get(0).executionArn();
    return StageTimes.of(sfn, last);
  }

  private static void tables(BenchCloud cloud) throws SQLException {
    run(cloud, "create schema if not exists raw");
    run(
        cloud,
        "create table raw.tracks (message_id varchar, timestamp varchar, user_id varchar,"
            + " email varchar, anonymous_id varchar, event varchar)");
  }

  /**
   * Events of the same visitors in every run, most of them anonymous, of two devices each; one in a
   * thousand is on the device of somebody else.
   */
  private static void tracks(BenchCloud cloud, long visitors, long from, long to)
      throws SQLException {
    run(
        cloud,
        """
        insert into raw.tracks
        with drawn as (
            select
                i,
                mod(hash(i), %d)::bigint as visitor,
                mod(hash(i + 1), 1000)::bigint as chance,
                mod(hash(i + 2), 28000000)::bigint as second
            from range(%d, %d) as numbers(i)
        )
        select
            'event-' || i,
            (timestamp '2023-01-01' + to_seconds(second))::varchar,
            case when chance < 300 then 'user-' || visitor end,
            case when chance between 250 and 450 then 'Person-' || visitor || '@example.com' end,
            'device-' || (visitor + case when chance = 999 then 1 else 0 end) || '-' || mod(chance, 2),
            'viewed'
        from drawn
        """
            .formatted(visitors, from, to));
  }

  private static long number(BenchCloud cloud, String sql) throws SQLException {
    try (Connection connection = cloud.cloud().warehouse().connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void run(BenchCloud cloud, String sql) throws SQLException {
    try (Connection connection = cloud.cloud().warehouse().connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
