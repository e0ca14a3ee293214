package io.tributary.features;

import io.tributary.run.Histories;
import io.tributary.run.Resets;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a run writes: columns that are new, what is superseded, definitions, and rows. */
final class FeatureWrites {
  private static final String ROWS = "feature_rows";

  private final StageContext context;
  private final CompiledFeatures features;
  private final AsOfMoments moments;
  private final List<FeatureColumn> columns;

  FeatureWrites(StageContext context, CompiledFeatures features, AsOfMoments moments) {
    this.context = context;
    this.features = features;
    this.moments = moments;
    this.columns = FeatureColumns.of(features);
  }

  /** How many transactions new columns may take. */
  int columnParts() {
    int most = StatementBatch.MOST_STATEMENTS;
    return (columns.size() + most - 1) / most;
  }

  /** Adds those of some columns that the table does not have. */
  Optional<StatementBatch> columns(int part) {
    Set<String> there = stored();
    int from = part * StatementBatch.MOST_STATEMENTS;
    List<String> statements =
        columns
            .subList(from, Math.min(columns.size(), from + StatementBatch.MOST_STATEMENTS))
            .stream()
            .filter(column -> !there.contains(column.stored()))
            .map(
                column ->
                    context.render(
                        "features/add_column.sql",
                        Map.of("column", column.quotedStored(), "type", column.storedType())))
            .toList();
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatementBatch(statements, Map.of()));
  }

  private Set<String> stored() {
    Rows rows =
        context
            .warehouse()
            .query(
                "columns of features",
                context.render("features/store_columns.sql"),
                Map.of("schema", context.plan().project().schema() + "_store"));
    Set<String> names = new HashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      names.add(rows.text(row, 0).orElseThrow());
    }
    return names;
  }

  /** What is calculated anew is over, and the definitions. */
  StatementBatch before() {
    List<String> statements = new ArrayList<>(Histories.undo(context, ROWS));
    boolean isReset = Resets.isDue(context, FeaturesStage.NAME);
    String file = isReset ? "supersede_all_feature_rows" : "supersede_feature_rows";
    statements.add(
        context.render("features/" + file + ".sql", Map.of("paired", moments.isPaired())));
    statements.add(context.render("features/delete_feature_definitions.sql"));
    List<Map<String, Object>> definitions = new ArrayList<>();
    for (FeatureColumn column : columns) {
      definitions.add(
          Map.of(
              "place", definitions.size() + 1,
              "name", Identifiers.text(column.name()),
              "type", Identifiers.text(column.type().label()),
              "stored", Identifiers.text(column.stored()),
              "description", FeatureColumns.literal(column.description()),
              "definition", FeatureColumns.literal(column.definition())));
    }
    if (!definitions.isEmpty()) {
      statements.add(
          context.render("features/feature_definitions.sql", Map.of("definitions", definitions)));
    }
    return new StatementBatch(statements, Map.of("run", context.run()));
  }

  /**
   * Rows of some of the moments.
   *
   * @param values the value of each feature that aggregates rows, as SQL
   * @param calculations the tables that they are in
   */
  StatementBatch rows(
      Map<String, String> values, List<Calculation> calculations, int first, int last) {
    Map<String, Object> names = new HashMap<>();
    names.put(
        "aggregates",
        values.entrySet().stream().map(one -> sql(one.getKey(), one.getValue())).toList());
    names.put("tables", calculations.stream().flatMap(one -> one.joined().stream()).toList());
    names.put(
        "changes",
        calculations.stream().flatMap(one -> one.holding().stream()).distinct().toList());
    names.put("first_number", first);
    names.put("last_number", last);
    names.put(
        "columns",
        columns.stream()
            .map(column -> Map.of("name", column.quoted(), "stored", column.quotedStored()))
            .toList());
    List<Map<String, Object>> layers = layers();
    names.put("layers", layers);
    names.put("last", layers.isEmpty() ? "aggregated" : "layer_" + layers.size());
    return new StatementBatch(
        List.of(context.render("features/feature_rows.sql", names)), Map.of("run", context.run()));
  }

  private List<Map<String, Object>> layers() {
    List<Map<String, Object>> layers = new ArrayList<>();
    for (List<CompiledFormula> layer : FormulaCompiler.layers(features.formulas())) {
      int number = layers.size() + 1;
      layers.add(
          Map.of(
              "number",
              number,
              "before",
              number == 1 ? "aggregated" : "layer_" + (number - 1),
              "formulas",
              layer.stream().map(one -> sql(one.name(), one.sql())).toList()));
    }
    return layers;
  }

  private static Map<String, String> sql(String name, String sql) {
    return Map.of("name", Identifiers.quote(name), "sql", sql);
  }

  /** The features and moments of the run, in sentences. */
  String note() {
    return moments.isPaired()
        ? pairs()
        : "%,d features at %,d as-of times.".formatted(columns.size(), moments.size());
  }

  private String pairs() {
    Rows counts = context.query("features/pair_counts.sql", Map.of());
    long given = counts.number(0, 0);
    long pairs = counts.number(0, 1);
    String all =
        "%,d features of %,d pairs of profile and as-of time.".formatted(columns.size(), pairs);
    return given == pairs
        ? all
        : all
            + " %,d other pairs name no profile that was known by then, or no time."
                .formatted(given - pairs);
  }
}
