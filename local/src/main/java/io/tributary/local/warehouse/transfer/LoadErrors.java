package io.tributary.local.warehouse.transfer;

import io.tributary.local.warehouse.engine.Database;
import io.tributary.local.warehouse.engine.EngineErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes down why a COPY failed, also when its transaction is rolled back. */
public final class LoadErrors {
  private static final int INVALID_VALUE = 1216;
  private static final Pattern LINE = Pattern.compile("(?i)line:? (\\d+)");
  private static final Pattern FILE = Pattern.compile("(?i)file:? \"?([^\"\\n,]+)");
  private static final String INSERT =
      "insert into main.sys_load_error_detail"
          + "(query_id, start_time, file_name, line_number, error_code, error_message)"
          + " values (?, now() at time zone 'UTC', ?, ?, ?, ?)";

  private final Database database;

  public LoadErrors(Database database) {
    this.database = database;
  }

  /** What the statement fails with. */
  SQLException record(SQLException error, CopyStatement copy, long queryId) throws SQLException {
    String sentence = EngineErrors.sentence(error);
    if (sentence.equals(EngineErrors.CANCELLED)) {
      return error;
    }
    String message = String.valueOf(error.getMessage());
    Matcher line = LINE.matcher(message);
    Matcher file = FILE.matcher(message);
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, queryId);
      insert.setString(2, file.find() ? lastPart(file.group(1)) : copy.source());
      insert.setLong(3, line.find() ? Long.parseLong(line.group(1)) : 0);
      insert.setInt(4, INVALID_VALUE);
      insert.setString(5, sentence);
      insert.execute();
    }
    return new TransferException(
        "Load into table '"
            + copy.table().replace("\"", "")
            + "' failed.  Check 'sys_load_error_detail' system table for details.",
        error);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
