package io.tributary.local.load;

import io.tributary.config.Problem;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.load.LoadReport.TableLoad;
import io.tributary.warehouse.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings the raw tables of the local warehouse in line with the files of a project folder: a new
 * file's rows are added, a changed file's replaced, and the rows of a file that is gone go with it.
 * Rows that cannot be read are kept in {@code tributary_local.rejected_lines}. Not safe for use by
 * several threads.
 */
public final class RawLoader {
  private final Connection connection;
  private final String rawSchema;
  private final Path temporary;
  private final LoadLog log;

  /**
   * @param connection to the local warehouse, used by nobody else meanwhile
   * @param rawSchema the project's schema of raw tables; other schemas' files are not loaded
   */
  public RawLoader(Connection connection, String rawSchema) {
    this(connection, rawSchema, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param temporary an existing folder for up to 150 MB of rows on their way, taken away again
   */
  public RawLoader(Connection connection, String rawSchema, Path temporary) {
    this.connection = connection;
    this.temporary = temporary;
    this.rawSchema = rawSchema;
    this.log = new LoadLog(connection);
  }

  /**
   * Loads what is new, one transaction a table.
   *
   * @throws UserException that names every file that is wrong as a whole, and the mend
   */
  public LoadReport load(Path dataFolder) {
    if (!Files.isDirectory(dataFolder)) {
      throw new UserException(
          ErrorCode.SOURCE_INVALID,
          "There is no folder "
              + dataFolder
              + ": put the raw files there, or name another project");
    }
    DataFolder folder = DataFolder.list(dataFolder, rawSchema);
    try {
      prepare();
      List<TablePlan> plans = plan(folder);
      return new LoadReport(carryOut(plans), folder.skipped());
    } catch (SQLException e) {
      throw new DataException(
          ErrorCode.STATEMENT_FAILED,
          "The local warehouse could not load " + dataFolder + ": " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new UserException(
          ErrorCode.SOURCE_INVALID, "Cannot read " + dataFolder + ": " + e.getMessage(), e);
    }
  }

  private void prepare() throws SQLException {
    log.create();
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + Identifiers.quote(rawSchema));
    }
  }

  private List<TablePlan> plan(DataFolder folder) throws SQLException, IOException {
    List<Problem> faults = new ArrayList<>(folder.faults());
    SortedSet<String> tables = new TreeSet<>(folder.tables().keySet());
    tables.addAll(log.tables());
    List<TablePlan> plans = new ArrayList<>();
    for (String table : tables) {
      List<RawFile> files = folder.tables().getOrDefault(table, List.of());
      plans.add(TablePlan.of(table, files, log.files(table), faults));
    }
    refuse(faults);
    return plans;
  }

  private List<TableLoad> carryOut(List<TablePlan> plans) throws SQLException, IOException {
    List<Problem> faults = new ArrayList<>();
    List<TableLoad> loads = new ArrayList<>();
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      for (TablePlan plan : plans) {
        Optional<TableLoad> load = new TableLoader(connection, temporary, log, plan).load(faults);
        if (load.isPresent()) {
          connection.commit();
        } else {
          connection.rollback();
        }
        load.ifPresent(loads::add);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
    refuse(faults);
    return loads;
  }

  private static void refuse(List<Problem> faults) {
    if (faults.isEmpty()) {
      return;
    }
    String lines = faults.stream().map(Problem::toString).collect(Collectors.joining("\n  "));
    throw new UserException(
        ErrorCode.SOURCE_INVALID,
        faults.size() == 1 ? lines : faults.size() + " files cannot be loaded:\n  " + lines);
  }
}
