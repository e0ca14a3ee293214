package io.tributary.local.warehouse;

import io.tributary.local.warehouse.dataapi.DataApi;
import io.tributary.local.warehouse.dataapi.DataApiEndpoint;
import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.transfer.ObjectFolder;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * The Redshift Data API over a DuckDB file: one warehouse, one writer at a time. The file's name
 * without its ending must not be the name of a schema. Safe for use by several threads.
 */
public final class LocalWarehouse implements AutoCloseable {
  private final Database database;
  private final DataApi api;
  private final Faults faults;
  private Optional<DataApiEndpoint> endpoint = Optional.empty();

  private LocalWarehouse(Database database, DataApi api, Faults faults) {
    this.database = database;
    this.api = api;
    this.faults = faults;
  }

  /**
   * Opens the database file, and creates it where there is none.
   *
   * @param objectsRoot the folder in which {@code s3://bucket/key} is the file {@code bucket/key}
   * @throws WarehouseHeldException if another process has the file open
   */
  public static LocalWarehouse open(Path databaseFile, Path objectsRoot) {
    return open(databaseFile, objectsRoot, WarehouseLimits.defaults());
  }

  /** Begins to load DuckDB, which takes a while, so that opening a file later is fast. */
  public static void prepare() {
    Thread loading = new Thread(Database::load, "duckdb-loading");
    loading.setDaemon(true);
    // Opening a file fails for the same reason and says it.
    loading.setUncaughtExceptionHandler((thread, failure) -> {});
    loading.start();
  }

  /** The same, with limits of one's own. */
  public static LocalWarehouse open(Path databaseFile, Path objectsRoot, WarehouseLimits limits) {
    Database database = Database.open(databaseFile, limits.memory());
    Faults faults = new Faults();
    DataApi api =
        new DataApi(database, new ObjectFolder(objectsRoot), limits, faults, Clock.systemUTC());
    return new LocalWarehouse(database, api, faults);
  }

  /** Begins to listen on a free port of 127.0.0.1 and gives the address. */
  public synchronized URI start() {
    if (endpoint.isEmpty()) {
      endpoint = Optional.of(DataApiEndpoint.start(api));
    }
    return endpoint.get().address();
  }

  /**
   * A connection of its own to the same database, for loading raw tables; the caller closes it. It
   * takes DuckDB's SQL as it is.
   */
  public Connection connection() {
    try {
      return database.connect();
    } catch (SQLException e) {
      throw new IllegalStateException("The local warehouse gives no connection", e);
    }
  }

  /** Switches that make it fail as the service does. */
  public Faults faults() {
    return faults;
  }

  /** Cancels what runs and closes everything. */
  @Override
  public synchronized void close() {
    endpoint.ifPresent(DataApiEndpoint::close);
    api.close();
    database.close();
  }
}
