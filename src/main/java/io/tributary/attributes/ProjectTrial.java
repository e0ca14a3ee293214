package io.tributary.attributes;

import io.tributary.config.AttributeRule;
import io.tributary.config.Context.ContextKey;
import io.tributary.config.Project;
import io.tributary.config.WrittenExpression;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.expression.SqlExpression;
import io.tributary.expression.SqlQuery;
import io.tributary.warehouse.SqlTemplates;
import io.tributary.warehouse.Warehouse;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tries what a project says in Redshift's own SQL on a table without rows, so that a name that is
 * not there is told before a run begins.
 */
public final class ProjectTrial {
  private static final String NOTHING = "null::varchar";

  private final Warehouse warehouse;
  private final SqlTemplates sql;

  public ProjectTrial(Warehouse warehouse, SqlTemplates sql) {
    this.warehouse = warehouse;
    this.sql = sql;
  }

  /**
   * @throws UserException with what the warehouse says, naming the attribute or the key
   */
  public void check(Project project) {
    for (ContextKey key : project.context().keys()) {
      query("The query of the context key `%s`".formatted(key.key()), key.query(), "answers.*");
    }
    for (AttributeRule rule : project.attributes().definitions()) {
      String what = "The query of `%s`".formatted(rule.id());
      rule.query().ifPresent(query -> query(what, query, "answers.profile_id, answers.value"));
      Stream.of(rule.value(), rule.weight(), rule.filter())
          .flatMap(java.util.Optional::stream)
          .filter(WrittenExpression::isSql)
          .forEach(expression -> expression(rule, expression));
    }
  }

  private void query(String what, String query, String columns) {
    String tried = SqlQuery.of(query).rendered(key -> NOTHING);
    run(
        what,
        sql.render(
            "attributes/try_query.sql",
            Map.of(
                "base",
                sql.render("attributes/empty_base.sql", Map.of()),
                "profiles",
                sql.render("attributes/context_profiles.sql", Map.of()),
                "columns",
                columns,
                "query",
                tried)));
  }

  private void expression(AttributeRule rule, WrittenExpression expression) {
    String tried = SqlExpression.of(expression.text(), expression.sql().orElseThrow()).sql();
    run(
        "An expression of `%s`".formatted(rule.id()),
        sql.render(
            "attributes/try_expression.sql",
            Map.of(
                "base", sql.render("attributes/empty_base.sql", Map.of()), "expression", tried)));
  }

  private void run(String what, String statement) {
    try {
      warehouse.query("try", statement, Map.of());
    } catch (DataException e) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          "%s does not run on the columns of `base`; mend it. %s".formatted(what, e.getMessage()),
          e);
    }
  }
}
