package io.tributary.local.warehouse.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Redshift's type of a column that DuckDB answers, and its values as Java reads them. */
public enum ColumnType {
  BOOL("bool"),
  INT2("int2"),
  INT4("int4"),
  INT8("int8"),
  FLOAT4("float4"),
  FLOAT8("float8"),
  NUMERIC("numeric"),
  DATE("date"),
  TIMESTAMP("timestamp"),
  TIMESTAMPTZ("timestamptz"),
  SUPER("super"),
  VARCHAR("varchar");

  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter();

  private final String label;

  ColumnType(String label) {
    this.label = label;
  }

  /** The name that Redshift gives the type. */
  public String label() {
    return label;
  }

  /** The type of that column, counted from 1. */
  public static ColumnType of(ResultSetMetaData columns, int column) throws SQLException {
    String type = columns.getColumnTypeName(column);
    if (type.startsWith("DECIMAL")) {
      return NUMERIC;
    }
    return switch (type) {
      case "BOOLEAN" -> BOOL;
      case "TINYINT", "UTINYINT", "SMALLINT" -> INT2;
      case "USMALLINT", "INTEGER" -> INT4;
      case "UINTEGER", "BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT" -> INT8;
      case "FLOAT" -> FLOAT4;
      case "DOUBLE" -> FLOAT8;
      case "DATE" -> DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE" -> TIMESTAMPTZ;
      case "JSON" -> SUPER;
      default -> VARCHAR;
    };
  }

  /**
   * The value there: a Boolean, Long, Double, BigDecimal or String, or null.
   *
   * @throws SQLException if a whole number needs more than 64 bits
   */
  public Object read(ResultSet rows, int column) throws SQLException {
    if (rows.getObject(column) == null) {
      return null;
    }
    return switch (this) {
      case BOOL -> rows.getBoolean(column);
      case INT2, INT4, INT8 -> whole(rows.getObject(column));
      case FLOAT4, FLOAT8 -> ((Number) rows.getObject(column)).doubleValue();
      case NUMERIC -> rows.getBigDecimal(column);
      case TIMESTAMP -> SECONDS.format(rows.getObject(column, LocalDateTime.class));
      case TIMESTAMPTZ -> moment(rows.getObject(column, OffsetDateTime.class));
      case DATE, SUPER, VARCHAR -> rows.getString(column);
    };
  }

  private static Long whole(Object number) throws SQLException {
    try {
      return number instanceof BigInteger big
          ? Long.valueOf(big.longValueExact())
          : Long.valueOf(((Number) number).longValue());
    } catch (ArithmeticException e) {
      throw new SQLException("Numeric data overflow: cast the result to decimal(38, 0)", e);
    }
  }

  private static String moment(OffsetDateTime time) {
    return SECONDS.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "+00";
  }

  /** A value that {@link #read} gave, as text. */
  public static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
