package io.tributary.run;

import io.tributary.error.DataException;
import io.tributary.error.UserException;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.util.List;

/**
 * Brings a project's schemas, tables and views to this version, and leaves alone what is as this
 * version wants it. Two at the same time do no harm: what one has made, the other finds made.
 */
public final class Bootstrap {
  private final Warehouse warehouse;
  private final SqlTemplates sql;
  private final List<Migration> migrations;
  private final List<PublishedTable> published;

  public Bootstrap(Warehouse warehouse, SqlTemplates sql, WarehouseSchema schema) {
    this.warehouse = warehouse;
    this.sql = sql;
    this.migrations = schema.migrations().stream().map(file -> Migration.of(file, sql)).toList();
    this.published = schema.published();
  }

  /**
   * What was done; empty where everything was as it should be.
   *
   * @param migrations the files that were applied, such as {@code 0001_live}
   * @param changedViews views that were made anew, because their columns changed
   */
  public record Outcome(List<String> migrations, List<String> changedViews) {
    public Outcome {
      migrations = List.copyOf(migrations);
      changedViews = List.copyOf(changedViews);
    }
  }

  /**
   * Applies the migrations that the schema lacks, and makes the views that are missing or show
   * other columns than this version's.
   *
   * @throws UserException if a newer version made the schema, or an applied migration was changed
   * @throws DataException if the warehouse refuses a migration; those before it stay
   */
  public Outcome ensure(String projectSchema) {
    List<String> applied = new MigrationHistory(warehouse, sql, projectSchema).apply(migrations);
    List<String> changed = new PublishedViews(warehouse, sql, projectSchema).ensure(published);
    return new Outcome(applied, changed);
  }
}
