package io.tributary.attributes;

import io.tributary.config.AttributeRule;
import io.tributary.config.EventColumns;
import io.tributary.expression.SqlQuery;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries of custom attributes with the values of the context filled in. */
final class CustomQueries {
  private static final String NOTHING = "null::varchar";

  private final StageContext context;
  private final Map<String, String> values = new HashMap<>();

  CustomQueries(StageContext context) {
    this.context = context;
    Rows rows = ContextStage.known(context, ContextStage.Moment.IN_THE_RUN);
    for (int row = 0; row < rows.size(); row++) {
      String value = rows.text(row, 3).map(String::stripTrailing).orElse("");
      values.put(
          rows.text(row, 0).orElseThrow(), value.isEmpty() ? NOTHING : EventColumns.literal(value));
    }
  }

  /** Writes what the attribute's query gives; it always reads the events of all profiles. */
  StatementBatch values(AttributeRule rule, boolean isDueOnly) {
    String query =
        SqlQuery.of(rule.query().orElseThrow()).rendered(key -> values.getOrDefault(key, NOTHING));
    String statement =
        context.render(
            "attributes/custom_values.sql",
            Map.of(
                "base",
                context.render("attributes/base.sql"),
                "id",
                Identifiers.text(rule.id()),
                "query",
                query,
                "due_only",
                isDueOnly));
    return Refusals.ofQuery(
        new StatementBatch(List.of(statement), Map.of()), "attribute `" + rule.id() + "`");
  }
}
