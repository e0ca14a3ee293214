package io.tributary.local.warehouse.engine;

import io.tributary.warehouse.SqlToken;
import io.tributary.warehouse.SqlTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Loads Redshift's functions and system tables into a file, once for each version of them: what a
 * macro can express so that SQL in Redshift's dialect runs on DuckDB. They are in the schema main,
 * which stands last on every search path, so that views find them too.
 */
final class RedshiftFunctions {
  private static final String FOLDER = "/io/tributary/local/warehouse/redshift/";

  /** In the order in which they are read: a macro may use those before it. */
  private static final List<String> FILES =
      List.of("json", "conditions", "times", "text", "numbers", "hashes", "system");

  private RedshiftFunctions() {}

  static void load(Connection connection) throws SQLException {
    String text = text();
    String version = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists main.redshift_functions(version varchar)");
      if (isLoaded(statement, version)) {
        return;
      }
      statement.execute("create schema if not exists public");
      for (String definition : split(text)) {
        statement.execute(definition);
      }
      statement.execute("delete from main.redshift_functions");
      statement.execute("insert into main.redshift_functions values ('" + version + "')");
    }
  }

  private static boolean isLoaded(Statement statement, String version) throws SQLException {
    try (ResultSet found = statement.executeQuery("select version from main.redshift_functions")) {
      return found.next() && found.getString(1).equals(version);
    }
  }

  private static List<String> split(String text) {
    SqlTokens tokens = new SqlTokens(text);
    List<String> statements = new ArrayList<>();
    int from = 0;
    for (int at = tokens.first(); at < tokens.size(); at = tokens.next(at)) {
      SqlToken token = tokens.get(at);
      if (token.isOperator(";")) {
        statements.add(tokens.text(from, at));
        from = at + 1;
      }
    }
    return statements;
  }

  private static String text() {
    return FILES.stream().map(RedshiftFunctions::text).collect(Collectors.joining());
  }

  private static String text(String file) {
    try (InputStream in = RedshiftFunctions.class.getResourceAsStream(FOLDER + file + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
