package io.tributary.expression;

import io.tributary.expression.Expression.Element;
import io.tributary.expression.Expression.Member;
import io.tributary.expression.Expression.Path;
import io.tributary.expression.Expression.Step;

/** Columns and what is inside of JSON, as SQL. */
final class Columns {
  /** Numbers beyond what arithmetic can bear, and those that are none, are null. */
  private static final String NUMBER =
      "case when abs(cast(%1$s as float8)) >= cast('1e-44' as float8)"
          + " and abs(cast(%1$s as float8)) < cast('1e39' as float8)"
          + " then cast(%1$s as float8) when %1$s = 0 then cast(0 as float8) end";

  private Columns() {}

  /**
   * @throws ExpressionException if it has members and is no JSON
   */
  static Typed read(Path path, Column column) {
    if (!path.steps().isEmpty() && column.type() != ValueType.JSON) {
      throw new ExpressionException(
          path.at(),
          "%s is %s and has nothing inside; remove what follows the name, or name a column of JSON."
              .formatted(Words.quoted(path.column()), column.type().described()));
    }
    String sql = column.sql();
    return switch (column.type()) {
      case JSON, TEXT -> text(path, column);
      case NUMBER -> leaf(path, ValueType.NUMBER, NUMBER.formatted(sql));
      case INTEGER -> leaf(path, ValueType.INTEGER, "cast(" + sql + " as bigint)");
      case BOOLEAN -> leaf(path, ValueType.BOOLEAN, sql);
      case TIMESTAMP -> leaf(path, ValueType.TIMESTAMP, "cast(" + sql + " as timestamp)");
      case DATE -> leaf(path, ValueType.DATE, "cast(" + sql + " as date)");
    };
  }

  private static Typed leaf(Path path, ValueType type, String sql) {
    return Typed.of(path, type, sql.replace("%", "%%"));
  }

  /** Redshift compares texts without their trailing spaces, so here no text has any. */
  private static Typed text(Path path, Column column) {
    String sql = column.sql();
    for (Step step : path.steps()) {
      sql =
          step instanceof Member member
              ? "json_extract_path_text(%s, %s, true)".formatted(sql, Literals.text(member.name()))
              : "json_extract_array_element_text(%s, %d, true)"
                  .formatted(sql, ((Element) step).index());
    }
    return leaf(path, column.type(), "rtrim(" + sql + ", ' ')").maybeEmpty();
  }
}
