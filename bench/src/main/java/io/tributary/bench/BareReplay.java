package io.tributary.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.local.warehouse.rewrite.SqlStatement;
import io.tributary.local.warehouse.transfer.CopyLoader;
import io.tributary.local.warehouse.transfer.LoadErrors;
import io.tributary.local.warehouse.transfer.ObjectFolder;
import io.tributary.local.warehouse.transfer.Unloader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The very statements of a run, in order and in the same transactions, on DuckDB alone: a fresh
 * file with the same raw tables, one connection, no Data API, no state machine, no queue. What the
 * service answered is loaded from one file.
 */
final class BareReplay {
  private final Path run;
  private final Path objects;
  private CopyLoader copies;
  private Unloader unloads;

  private BareReplay(Path run) {
    this.run = run;
    this.objects = run.resolve("replay");
  }

  /** A transaction, its statements in DuckDB's words; COPY and UNLOAD stay as they are. */
  private record Batch(List<SqlStatement> statements) {}

  /** Replays what the run's folder recorded. */
  static ObjectNode of(Path shop, Path run) throws IOException, SQLException {
    return new BareReplay(run).replay(shop);
  }

  private ObjectNode replay(Path shop) throws IOException, SQLException {
    Folders.delete(objects);
    Files.createDirectories(objects);
    Path file = objects.resolve("bare.duckdb");
    RawTables.copyWarehouse(shop, file);
    List<Batch> batches = recorded();
    ObjectNode result = Json.MAPPER.createObjectNode();
    try (Database database = Database.open(file, Optional.empty());
        Connection connection = database.connect()) {
      copies = new CopyLoader(new ObjectFolder(objects), new LoadErrors(database));
      unloads = new Unloader(new ObjectFolder(objects));
      double processor = Machine.processorSeconds();
      Stopwatch watch = Stopwatch.started();
      for (Batch batch : batches) {
        run(connection, batch);
      }
      result.put("seconds", watch.seconds());
      result.put("processor_seconds", Machine.processorSeconds() - processor);
    }
    result.put("statements", batches.stream().mapToInt(b -> b.statements().size()).sum());
    result.put("peak_bytes", Machine.peakMemory());
    return result;
  }

  private List<Batch> recorded() throws IOException {
    List<Batch> batches = new ArrayList<>();
    for (JsonNode batch :
        Json.read(Files.readAllBytes(run.resolve("statements.json")), ArrayNode.class)) {
      if (!batch.get("status").asText().equals("FINISHED")) {
        throw new IllegalStateException("The run had a statement that failed: " + batch);
      }
      Map<String, String> parameters =
          Json.MAPPER.convertValue(
              batch.get("parameters"),
              Json.MAPPER.getTypeFactory().constructMapType(Map.class, String.class, String.class));
      List<SqlStatement> statements = new ArrayList<>();
      for (JsonNode statement : batch.get("statements")) {
        statements.add(rewritten(statement.get("sql").asText(), parameters));
      }
      batches.add(new Batch(statements));
    }
    return batches;
  }

  private SqlStatement rewritten(String sql, Map<String, String> parameters) throws IOException {
    SqlStatement statement = SqlStatement.parse(sql);
    return switch (statement.kind()) {
      case COPY -> {
        giveFile(sql);
        yield statement;
      }
      case UNLOAD -> statement;
      default ->
          new SqlStatement(
              RedshiftRewriter.rewrite(statement.text(), parameters), statement.kind());
    };
  }

  /** Puts a manifest of the one file where the run's COPY had one of an object for each request. */
  private void giveFile(String copy) throws IOException {
    String name = PipelineMeasurement.RESULTS;
    Path bucket = objects.resolve(LocalCloud.BUCKET);
    Files.createDirectories(bucket);
    Files.copy(run.resolve(name), bucket.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    ObjectNode manifest = Json.MAPPER.createObjectNode();
    manifest.putArray("entries").addObject().put("url", "s3://" + LocalCloud.BUCKET + "/" + name);
    String uri = copy.replaceAll("(?s).*'s3://([^']+)'.*", "$1");
    Path target = objects.resolve(uri);
    Files.createDirectories(target.getParent());
    Files.write(target, Json.bytes(manifest));
  }

  private void run(Connection connection, Batch batch) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (SqlStatement sql : batch.statements()) {
        run(statement, sql);
      }
    }
    connection.commit();
  }

  private void run(Statement statement, SqlStatement sql) throws SQLException {
    switch (sql.kind()) {
      case COPY -> copies.load(statement, sql.text(), 0);
      case UNLOAD -> unloads.unload(statement, sql.text());
      case IGNORED -> {
        // Means nothing to DuckDB.
      }
      default -> {
        if (statement.execute(sql.text())) {
          drain(statement);
        }
      }
    }
  }

  private static void drain(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
      }
    }
  }
}
