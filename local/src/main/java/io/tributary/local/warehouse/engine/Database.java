package io.tributary.local.warehouse.engine;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.local.warehouse.WarehouseHeldException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB file, set up to answer as Redshift does. It is opened once; every statement gets a
 * duplicate of its connection. Safe for several threads.
 */
public final class Database implements AutoCloseable {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final List<String> SETTINGS =
      List.of(
          "set global TimeZone = 'UTC'",
          "set global integer_division = true",
          "set global default_null_order = 'nulls_last_on_asc_first_on_desc'",
          // Redshift promises no order without ORDER BY; so does this.
          "set global preserve_insertion_order = false");

  private final DuckDBConnection root;

  private Database(DuckDBConnection root) {
    this.root = root;
  }

  /**
   * Opens the file for writing, creates it if need be and loads Redshift's functions into it.
   *
   * @param memory such as {@code 2GB}; empty for 60% of the machine's
   * @throws WarehouseHeldException if another process has it open
   */
  public static Database open(Path file, Optional<String> memory) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Properties properties = properties();
      properties.setProperty("memory_limit", memory.orElseGet(Database::mostOfTheMemory));
      properties.setProperty("temp_directory", file.toAbsolutePath() + ".tmp");
      Database database = new Database(connect(file, properties));
      RedshiftFunctions.load(database.root);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + file + " cannot be made", e);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The warehouse " + file + " cannot be opened: " + EngineErrors.sentence(e), e);
    }
  }

  /** A database of its own that is gone when it is closed, with Redshift's functions. */
  public static Database openInMemory() throws SQLException {
    Properties properties = properties();
    properties.setProperty("enable_external_access", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    run(connection, SETTINGS);
    Database database = new Database((DuckDBConnection) connection);
    RedshiftFunctions.load(database.root);
    return database;
  }

  /** Loads DuckDB's library and starts it once. */
  public static void load() {
    try {
      DriverManager.getConnection("jdbc:duckdb:", properties()).close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start: " + EngineErrors.sentence(e), e);
    }
  }

  /** Opens an existing file for reading only, shut off from every other file. */
  public static Database openForReading(Path file) throws SQLException {
    Properties properties = properties();
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("memory_limit", mostOfTheMemory());
    properties.setProperty("enable_external_access", "false");
    properties.setProperty("jdbc_stream_results", "true");
    return new Database(connect(file, properties));
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    return properties;
  }

  private static DuckDBConnection connect(Path file, Properties properties) throws SQLException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
      run(connection, SETTINGS);
      return (DuckDBConnection) connection;
    } catch (SQLException e) {
      if (EngineErrors.isHeld(e)) {
        throw new WarehouseHeldException(file, e);
      }
      throw e;
    } catch (LinkageError e) {
      throw notLoaded(e);
    }
  }

  private static PermanentException notLoaded(LinkageError cause) {
    return new PermanentException(
        ErrorCode.WAREHOUSE_UNREACHABLE,
        "DuckDB's library cannot be unpacked into %s and loaded from there: make 100 MB of room,"
                .formatted(System.getProperty("java.io.tmpdir"))
            + " or name another folder with TRIBUTARY_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.",
        cause);
  }

  private static String mostOfTheMemory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize() / MEBIBYTE * 6 / 10 + "MiB";
  }

  /** A connection of its own, on which unqualified names mean the schema public. */
  public Connection connect() throws SQLException {
    return connect(List.of());
  }

  /** A connection on which nothing can be set any more. */
  public Connection connectForReading(List<String> searchPath) throws SQLException {
    Connection connection = connect(searchPath);
    run(connection, List.of("set lock_configuration = true"));
    return connection;
  }

  private Connection connect(List<String> schemas) throws SQLException {
    Connection connection = root.duplicate();
    List<String> searchPath = new ArrayList<>(schemas);
    searchPath.add("public");
    try (Statement statement = connection.createStatement()) {
      String existing = existing(statement, searchPath);
      statement.execute("set search_path = '" + existing + "main'");
    }
    return connection;
  }

  /** Those of the schemas that exist, each followed by a comma. */
  private static String existing(Statement statement, List<String> schemas) throws SQLException {
    StringBuilder found = new StringBuilder();
    for (String schema : schemas) {
      String name = schema.replace("'", "''");
      try (ResultSet rows =
          statement.executeQuery(
              "select 1 from information_schema.schemata where schema_name = '" + name + "'")) {
        found.append(rows.next() ? '"' + name.replace("\"", "\"\"") + "\"," : "");
      }
    }
    return found.toString();
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    try {
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The warehouse file cannot be closed", e);
    }
  }
}
