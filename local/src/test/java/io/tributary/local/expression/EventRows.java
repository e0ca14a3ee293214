package io.tributary.local.expression;

import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import io.tributary.local.warehouse.LocalWarehouse;
import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.rewrite.RedshiftRewriter;
import io.tributary.warehouse.PortabilityLint;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table of events in a local warehouse, and the values that expressions have on its rows. */
final class EventRows implements AutoCloseable {
  static final Scope SCOPE =
      new Scope(
          "the source `crm`",
          Map.of(
              "payload", Column.named("payload", ValueType.JSON),
              "email", Column.named("email", ValueType.TEXT),
              "amount", Column.named("amount", ValueType.NUMBER),
              "pages", Column.named("pages", ValueType.INTEGER),
              "is_new", Column.named("is_new", ValueType.BOOLEAN),
              "event_time", Column.named("event_time", ValueType.TIMESTAMP),
              "birthday", Column.named("birthday", ValueType.DATE)));

  /** One event; nulls are nulls of the table. */
  record Row(
      String payload,
      String email,
      Double amount,
      Long pages,
      Boolean isNew,
      LocalDateTime eventTime,
      LocalDate birthday) {
    static Row of(String payload) {
      return new Row(payload, null, null, null, null, null, null);
    }
  }

  private final LocalWarehouse warehouse;
  private final Connection connection;

  private EventRows(LocalWarehouse warehouse) {
    this.warehouse = warehouse;
    this.connection = warehouse.connection();
  }

  static EventRows in(Path folder) {
    LocalWarehouse warehouse =
        LocalWarehouse.open(
            folder.resolve("shop.duckdb"), folder, WarehouseLimits.defaults().withMemory("500MB"));
    EventRows rows = new EventRows(warehouse);
    rows.run(
        "create table events (n int, payload varchar(max), email varchar(256), amount float8,"
            + " pages bigint, is_new boolean, event_time timestamp, birthday date)");
    return rows;
  }

  void put(List<Row> rows) {
    run("truncate events");
    try (PreparedStatement insert =
        connection.prepareStatement("insert into events values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int n = 0; n < rows.size(); n++) {
        Row row = rows.get(n);
        insert.setInt(1, n);
        insert.setObject(2, row.payload());
        insert.setObject(3, row.email());
        insert.setObject(4, row.amount());
        insert.setObject(5, row.pages());
        insert.setObject(6, row.isNew());
        insert.setObject(7, row.eventTime());
        insert.setObject(8, row.birthday());
        insert.execute();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(RedshiftRewriter.rewrite(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The values of the expression, a row each; its SQL is portable or this fails. */
  List<Object> values(CompiledExpression expression) {
    String sql = "select " + expression.sql() + " as value from events order by n";
    if (!PortabilityLint.check(sql).isEmpty()) {
      throw new AssertionError(sql + ": " + PortabilityLint.check(sql));
    }
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(RedshiftRewriter.rewrite(sql))) {
      while (found.next()) {
        values.add(value(found, expression.type()));
      }
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
    return values;
  }

  private static Object value(ResultSet row, ValueType type) throws SQLException {
    Class<?> wanted =
        switch (type) {
          case TEXT, JSON -> String.class;
          case NUMBER -> Double.class;
          case INTEGER -> Long.class;
          case BOOLEAN -> Boolean.class;
          case TIMESTAMP -> LocalDateTime.class;
          case DATE -> LocalDate.class;
        };
    Object value = row.getObject(1);
    return value == null ? null : row.getObject(1, wanted);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    warehouse.close();
  }
}
