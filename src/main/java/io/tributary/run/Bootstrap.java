package io.tributary.run;

import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Makes a project's schemas, tables and views, and leaves them alone while they are as this version
 * wants them: views are made anew only when a set of columns changed, in one transaction.
 */
public final class Bootstrap {
  private static final List<String> RUN_TABLES =
      List.of(
          "run/create_live.sql",
          "run/insert_live.sql",
          "run/create_runs.sql",
          "run/create_schema_version.sql",
          "run/create_run_ledger.sql",
          "run/create_rejected_rows.sql");

  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final WarehouseSchema schema;

  public Bootstrap(Warehouse warehouse, SqlTemplates sql, WarehouseSchema schema) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.schema = schema;
  }

  /** What was found and done. */
  public enum Outcome {
    CREATED,
    UNCHANGED,
    CHANGED
  }

  /** Brings the project's schema to this version. */
  public Outcome ensure(String projectSchema) {
    WarehouseNames names = WarehouseNames.of(projectSchema, 0);
    List<String> statements = statements(names);
    String version = sha256(String.join(";", statements));
    boolean exists =
        warehouse
                .query(
                    "schema version exists",
                    sql.render("run/schema_version_exists.sql", Map.of()),
                    Map.of("schema", WarehouseNames.storeOf(projectSchema)))
                .number(0, 0)
            > 0;
    if (exists && version.equals(currentVersion(names))) {
      return Outcome.UNCHANGED;
    }
    statements.add(sql.render("run/delete_schema_version.sql", names.placeholders()));
    statements.add(sql.render("run/insert_schema_version.sql", names.placeholders()));
    warehouse.run("bootstrap", new StatementBatch(statements, Map.of("version", version)));
    return exists ? Outcome.CHANGED : Outcome.CREATED;
  }

  private String currentVersion(WarehouseNames names) {
    var rows =
        warehouse.query(
            "schema version", sql.render("run/schema_version.sql", names.placeholders()), Map.of());
    return rows.size() == 0 ? "" : rows.text(0, 0).orElse("");
  }

  private List<String> statements(WarehouseNames names) {
    List<String> statements = new ArrayList<>();
    statements.add(schema(names.published()));
    statements.add(schema(names.store()));
    RUN_TABLES.forEach(file -> statements.add(sql.render(file, names.placeholders())));
    schema.others().forEach(file -> statements.add(sql.render(file, names.placeholders())));
    for (PublishedTable table : schema.published()) {
      Map<String, Object> more = new HashMap<>(names.placeholders());
      more.put("table", Identifiers.quote(table.name()));
      more.put("columns", columns(table));
      statements.add(sql.render(table.createSql(), more));
      statements.add(sql.render("run/drop_view.sql", more));
      statements.add(sql.render("run/create_view.sql", more));
    }
    return statements;
  }

  private String schema(String quoted) {
    return sql.render("run/create_schema.sql", Map.of("schema", quoted));
  }

  private static String columns(PublishedTable table) {
    return String.join(",\n    ", table.columns().stream().map(Identifiers::quote).toList());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
