package io.tributary.features;

import io.tributary.config.FeatureType;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The views {@code customer_features}, {@code customer_features_latest} and {@code feature_values},
 * with the features of the run that becomes live.
 */
public final class FeatureViews {
  private static final String WIDE = "customer_features";
  private static final String LATEST = "customer_features_latest";
  private static final String LONG = "feature_values";

  private final StageContext context;
  private final List<FeatureColumn> columns;

  private FeatureViews(StageContext context) {
    this.context = context;
    this.columns = definitions(context);
  }

  /**
   * Statements that belong into the transaction which makes the run live: none where the columns
   * are those that users see already, or the run has no features.
   */
  public static List<String> statements(StageContext context) {
    return new FeatureViews(context).statements();
  }

  /** Comments on the columns, for transactions after that. */
  public static List<StatementBatch> comments(StageContext context) {
    FeatureViews views = new FeatureViews(context);
    List<String> comments = views.comments();
    List<StatementBatch> batches = new ArrayList<>();
    for (int from = 0; from < comments.size(); from += StatementBatch.MOST_STATEMENTS) {
      int to = Math.min(comments.size(), from + StatementBatch.MOST_STATEMENTS);
      batches.add(new StatementBatch(comments.subList(from, to), Map.of()));
    }
    return batches;
  }

  /** The features of a run as it defined them. */
  static List<FeatureColumn> definitions(StageContext context) {
    Rows rows = context.query("features/definitions_of_run.sql", Map.of());
    List<FeatureColumn> columns = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      columns.add(
          new FeatureColumn(
              rows.text(row, 0).orElseThrow(),
              FeatureType.of(rows.text(row, 1).orElseThrow()),
              rows.text(row, 2).orElse(""),
              rows.text(row, 3).orElse("")));
    }
    return columns;
  }

  private List<String> statements() {
    if (columns.isEmpty() || shown().equals(wanted())) {
      return List.of();
    }
    Map<String, Object> names = new HashMap<>();
    names.put("columns", columns.stream().map(FeatureViews::placeholders).toList());
    List<String> statements = new ArrayList<>();
    for (String view : List.of(WIDE, LATEST, LONG)) {
      statements.add(context.render("run/drop_view.sql", Map.of("table", Identifiers.quote(view))));
      statements.add(context.render("features/create_" + view + ".sql", names));
    }
    return statements;
  }

  private static Map<String, Object> placeholders(FeatureColumn column) {
    String stored = column.quotedStored();
    boolean isNumber = column.type() == FeatureType.NUMERIC || column.type() == FeatureType.INTEGER;
    Map<String, Object> names = new HashMap<>();
    names.put("name", column.quoted());
    names.put("stored", stored);
    names.put("text", Identifiers.text(column.name()));
    names.put("shown_type", Identifiers.text(column.shownType()));
    names.put(
        "as_number",
        isNumber
            ? "cast(" + stored + " as float8)"
            : column.type() == FeatureType.BOOLEAN
                ? "cast(case when " + stored + " then 1 else 0 end as float8)"
                : "null::float8");
    names.put("as_string", column.type() == FeatureType.STRING ? stored : "null::varchar");
    names.put("as_array", column.type() == FeatureType.ARRAY ? stored : "null::varchar");
    return names;
  }

  private List<String> comments() {
    return Stream.of(WIDE, LATEST)
        .flatMap(
            view ->
                columns.stream()
                    .filter(column -> !column.description().isEmpty())
                    .map(column -> comment(view, column)))
        .toList();
  }

  private String comment(String view, FeatureColumn column) {
    return context.render(
        "features/comment_on_column.sql",
        Map.of(
            "view", Identifiers.quote(view),
            "column", column.quoted(),
            "text", FeatureColumns.literal(column.description())));
  }

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>(List.of("profile_id varchar", "timestamp timestamp"));
    columns.forEach(column -> wanted.add(column.name() + " " + type(column.storedType())));
    return wanted;
  }

  private List<String> shown() {
    Rows rows =
        context
            .warehouse()
            .query(
                "columns of " + WIDE,
                context.render("features/view_columns.sql"),
                Map.of("schema", context.plan().project().schema()));
    List<String> columns = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      columns.add(rows.text(row, 0).orElseThrow() + " " + type(rows.text(row, 1).orElseThrow()));
    }
    return columns;
  }

  /** A type by one name, however a warehouse calls it. */
  private static String type(String written) {
    return switch (written.split("[ (]", 2)[0]) {
      case "double", "float8" -> "double";
      case "character", "varchar" -> "varchar";
      default -> written.split("[ (]", 2)[0];
    };
  }
}
