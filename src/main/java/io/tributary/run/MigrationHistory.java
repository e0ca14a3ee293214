package io.tributary.run;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.StatementBatch;
import io.tributary.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code schema_migrations} of one project: what was applied, and by which text. */
final class MigrationHistory {
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final WarehouseNames names;
  private final String projectSchema;

  MigrationHistory(Warehouse warehouse, SqlTemplates sql, String projectSchema) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.names = WarehouseNames.of(projectSchema, 0);
    this.projectSchema = projectSchema;
  }

  /**
   * Applies what was not applied yet, in order, each in a transaction with its row.
   *
   * @return what was applied now, as the files are called
   * @throws UserException if a newer version made the tables, or an applied file was changed
   * @throws DataException if the warehouse refuses a migration; then nothing of it stays
   */
  List<String> apply(List<Migration> migrations) {
    if (!exists()) {
      create();
    }
    Set<Long> applied = appliedOf(migrations);
    List<String> now = new ArrayList<>();
    for (Migration migration : migrations) {
      if (!applied.contains(migration.version())) {
        apply(migration);
        now.add(migration.label());
      }
    }
    return now;
  }

  private Set<Long> appliedOf(List<Migration> migrations) {
    Map<Long, Migration> known =
        migrations.stream().collect(Collectors.toMap(Migration::version, Function.identity()));
    Set<Long> applied = new HashSet<>();
    for (Migration found : applied()) {
      requireSame(found, known.get(found.version()));
      applied.add(found.version());
    }
    return applied;
  }

  private boolean exists() {
    String query = render("run/schema_migrations_exists.sql");
    var store = Map.of("schema", WarehouseNames.storeOf(projectSchema));
    return warehouse.query("history exists", query, store).number(0, 0) > 0;
  }

  private void create() {
    var statements =
        List.of(
            sql.render("run/create_schema.sql", Map.of("schema", names.published())),
            sql.render("run/create_schema.sql", Map.of("schema", names.store())),
            render("run/create_schema_migrations.sql"));
    change("Making the schemas", new StatementBatch(statements, Map.of()), this::exists);
  }

  private List<Migration> applied() {
    Rows rows = warehouse.query("migrations", render("run/schema_migrations.sql"), Map.of());
    List<Migration> applied = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      String name = rows.text(row, 1).orElseThrow();
      String checksum = rows.text(row, 2).orElseThrow();
      applied.add(new Migration(rows.number(row, 0), name, "", checksum));
    }
    return applied;
  }

  private void requireSame(Migration applied, Migration known) {
    if (known == null) {
      throw new UserException(
          ErrorCode.SCHEMA_NEWER,
          "The schema %s has the migration %s, which this version does not know, so a newer one made it; deploy that version or one after it."
              .formatted(projectSchema, applied.label()));
    }
    if (!known.checksum().equals(applied.checksum())) {
      throw new UserException(
          ErrorCode.MIGRATION_CHANGED,
          "The migration %s was applied to the schema %s with another text than this version's file has; restore the file and put the change into a new migration."
              .formatted(known.label(), projectSchema));
    }
  }

  private void apply(Migration migration) {
    var statements = List.of(render(migration.file()), render("run/insert_schema_migration.sql"));
    Map<String, String> row =
        Map.of(
            "version", Long.toString(migration.version()),
            "name", migration.name(),
            "checksum", migration.checksum());
    change(
        "The migration " + migration.label(),
        new StatementBatch(statements, row),
        () -> applied().stream().anyMatch(found -> found.version() == migration.version()));
  }

  /** Makes a change, unless another bootstrap, begun at the same time, has made it. */
  private void change(String what, StatementBatch batch, BooleanSupplier isMade) {
    try {
      warehouse.run("bootstrap", batch);
    } catch (DataException refused) {
      if (!isMade.getAsBoolean()) {
        throw new DataException(
            refused.code(),
            "%s failed and left nothing behind (%s); mend what is named, such as a missing grant or a table of another origin, and run again."
                .formatted(what, refused.getMessage()),
            refused);
      }
    }
  }

  private String render(String file) {
    return sql.render(file, names.placeholders());
  }
}
