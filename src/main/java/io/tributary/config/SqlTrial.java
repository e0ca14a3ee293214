package io.tributary.config;

import io.tributary.expression.SqlExpression;
import io.tributary.warehouse.SqlTemplates;
import java.util.Map;
import java.util.Optional;

/** Tries what is Redshift's own SQL on a table without rows. */
public final class SqlTrial {
  private final TableCatalog catalog;
  private final SqlTemplates sql = new SqlTemplates();

  public SqlTrial(TableCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What the warehouse says against an expression of {@code sql:}, as a sentence; empty for value
   * expressions.
   *
   * @param rows a query without rows that has the columns which the expression may name
   */
  public Optional<String> fault(WrittenExpression expression, String rows) {
    if (!expression.isSql()) {
      return Optional.empty();
    }
    String tried = SqlExpression.of(expression.text(), expression.sql().orElseThrow()).sql();
    String query =
        sql.render("attributes/try_expression.sql", Map.of("base", rows, "expression", tried));
    return catalog
        .refusal(query)
        .map(refusal -> sentence("The SQL " + Values.quoted(expression.text()), refusal));
  }

  /** What is said of something that fails. */
  static String sentence(String what, String refusal) {
    return "%s fails already on an empty table: %s; mend it."
        .formatted(what, Values.oneLine(refusal));
  }
}
