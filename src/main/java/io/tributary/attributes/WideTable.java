package io.tributary.attributes;

import io.tributary.expression.ValueType;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The view {@code profile_attributes_wide}, over the rows that have the live run's columns. */
public final class WideTable {
  private static final String NAME = "profile_attributes_wide";

  private final StageContext context;
  private final WideColumns wanted;
  private final List<String> columns;

  public WideTable(StageContext context) {
    this.context = context;
    this.wanted = WideColumns.of(context.plan());
    this.columns = columns(context);
  }

  /**
   * Statements that belong into the transaction which makes the run live: none where the columns
   * are those that users see already.
   */
  public static List<String> statements(StageContext context) {
    return context.plan().project().identity().isEmpty()
        ? List.of()
        : new WideTable(context).statements();
  }

  /** Says which columns users will see come and go. */
  List<String> warnings() {
    if (columns.isEmpty() || columns.equals(wanted.shown())) {
      return List.of();
    }
    return List.of(
        "The columns of %s change with this run to %s."
            .formatted(NAME, String.join(", ", wanted.shown())));
  }

  private List<String> statements() {
    if (columns.equals(wanted.shown()) && showsRows()) {
      return List.of();
    }
    List<String> statements = new ArrayList<>();
    statements.add(context.render("attributes/create_wide_rows.sql", wanted.names()));
    statements.add(context.render("run/drop_view.sql", Map.of("table", Identifiers.quote(NAME))));
    statements.add(context.render("attributes/create_profile_attributes_wide.sql", wanted.names()));
    return statements;
  }

  /** Whether the live run has rows there: then the view is over them. */
  private boolean showsRows() {
    if (!WideColumns.tables(context).contains(wanted.table())) {
      return false;
    }
    Map<String, String> table = Map.of("table", Identifiers.quote(wanted.table()));
    return context.query("attributes/wide_rows_of_live.sql", table).number(0, 0) > 0;
  }

  private static List<String> columns(StageContext context) {
    Rows rows =
        context
            .warehouse()
            .query(
                "wide columns",
                context.render("attributes/wide_columns.sql"),
                Map.of("schema", context.plan().project().schema()));
    List<String> columns = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      columns.add(
          WideColumns.shown(
              rows.text(row, 0).orElseThrow(), label(rows.text(row, 1).orElseThrow())));
    }
    return columns;
  }

  /** The warehouse's name of a type in ours. */
  private static String label(String stored) {
    return switch (stored.split("[ (]", 2)[0]) {
      case "double" -> ValueType.NUMBER.label();
      case "bigint" -> ValueType.INTEGER.label();
      case "varchar", "character" -> ValueType.TEXT.label();
      default -> stored.split("[ (]", 2)[0];
    };
  }
}
