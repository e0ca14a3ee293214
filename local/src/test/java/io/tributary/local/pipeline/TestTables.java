package io.tributary.local.pipeline;

import io.tributary.local.cloud.LocalCloud;
import io.tributary.warehouse.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a test shop's cloud, as users and as tests read them. */
abstract class TestTables {
  static final Map<String, String> PUBLISHED =
      new TreeMap<>(
          Map.of(
              "identity_map", "identifier_type, identifier",
              "conversions", "conversion_id",
              "journey_sessions", "conversion_id, position",
              "attribution_customer_journey", "model, conversion_id, session_id",
              "channel_reporting", "model, channel_name, date"));

  abstract LocalCloud cloud();

  /** A query's rows as text; null where there is no value. */
  List<List<String>> rows(String sql) {
    Rows rows = cloud().pipeline().warehouse().query("test", sql, Map.of());
    return IntStream.range(0, rows.size())
        .mapToObj(
            row ->
                IntStream.range(0, rows.records().get(row).size())
                    .mapToObj(column -> rows.text(row, column).orElse(null))
                    .toList())
        .toList();
  }

  /** The only value of a query. */
  String value(String sql) {
    return rows(sql).get(0).get(0);
  }

  /** The first column of a query's rows. */
  List<String> column(String sql) {
    return rows(sql).stream().map(row -> row.get(0)).toList();
  }

  /** Runs one statement of DuckDB's own; the first value, where it has any. */
  String sql(String statement) {
    try (Connection connection = cloud().warehouse().connection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
      ResultSet rows = sql.getResultSet();
      return rows != null && rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SQL that was submitted under names that match. */
  List<String> statements(String names) {
    return cloud().clients().redshiftData().listStatementsPaginator(r -> {}).statements().stream()
        .filter(statement -> statement.statementName().matches(names))
        .flatMap(
            statement ->
                statement.isBatchStatement()
                    ? statement.queryStrings().stream()
                    : Stream.of(statement.queryString()))
        .toList();
  }

  /** Stages that the ledger has open. */
  List<String> openStages() {
    return column("select stage from tributary.run_ledger where status = 'running'");
  }

  /** Working schemas that runs left. */
  List<String> workSchemas() {
    return column(
        "select schema_name from information_schema.schemata"
            + " where schema_name like 'tributary_run_%'");
  }

  /** The runs of which rows are kept. */
  List<String> runsWithRows() {
    return column(
        "select run from tributary_store.conversions"
            + " union select run from tributary_store.journey_sessions"
            + " union select run from tributary_store.attribution_customer_journey"
            + " union select from_run from tributary_store.identity_map"
            + " union select run from tributary_store.channel_reporting order by run");
  }

  /** The runs that were published or calculated; of a retired one what still stands is kept. */
  List<String> finishedRuns() {
    return column(
        "select run from tributary_store.runs where status in ('published', 'calculated',"
            + " 'retired')");
  }

  /** The number of the newest run. */
  String lastRun() {
    return value("select max(run) from tributary_store.runs");
  }

  /**
   * Everything that is published, in a fixed order: two runs over the same input must be equal.
   * Read in one transaction, for a statement of a run that was killed may still publish.
   */
  String published() {
    var text = new StringBuilder();
    try (Connection connection = cloud().warehouse().connection()) {
      connection.setAutoCommit(false);
      for (var table : PUBLISHED.entrySet()) {
        text.append("== ").append(table.getKey()).append('\n');
        String sql = "select * from tributary." + table.getKey() + " order by " + table.getValue();
        appendRows(connection, sql, text);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void appendRows(Connection connection, String sql, StringBuilder text)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          text.append(rows.getString(column)).append(column < columns ? ", " : "\n");
        }
      }
    }
  }

  /** What the newest run's ledger says of a stage. */
  String note(String stage) {
    return value(
        "select coalesce(note, '') from tributary.run_ledger where stage = '"
            + stage
            + "' order by run_id desc limit 1");
  }
}
