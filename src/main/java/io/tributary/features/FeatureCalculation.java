package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.Features;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.StatementBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one run calculates: who is known when, what features take of each source, what is made of
 * it, and the rows of features. Every call of a run finds the same transactions.
 */
final class FeatureCalculation {
  /** So many as-of moments are calculated at once, so that groups fit into memory. */
  private static final int MOMENTS_AT_ONCE = 8;

  private static final int MOST_CALCULATIONS = StatementBatch.MOST_STATEMENTS / 2;

  private final StageContext context;
  private final CompiledFeatures features;
  private final AsOfMoments moments;
  private final Map<String, SourceCalculations> sources = new LinkedHashMap<>();
  private final List<Supplier<Optional<StatementBatch>>> batches = new ArrayList<>();

  FeatureCalculation(StageContext context) {
    this.context = context;
    RunPlan plan = context.plan();
    this.features = compiled(plan);
    this.moments = AsOfMoments.of(plan);
    features.aggregated().forEach(this::add);
    batches.add(() -> batch(moments.isPaired() ? paired() : known()));
    batches.add(() -> batch(rows()));
    var writes = new FeatureWrites(context, features, moments);
    for (int part = 0; part < writes.columnParts(); part++) {
      int number = part;
      batches.add(() -> writes.columns(number));
    }
    batches.add(() -> Optional.of(writes.before()));
    if (moments.isPaired()) {
      calculate(1, Integer.MAX_VALUE, writes);
    }
    for (int first = 1; first <= moments.size(); first += MOMENTS_AT_ONCE) {
      calculate(first, Math.min(moments.size(), first + MOMENTS_AT_ONCE - 1), writes);
    }
  }

  static CompiledFeatures compiled(RunPlan plan) {
    Features wanted = plan.project().features().orElseThrow();
    boolean hasSessions = plan.includes("sessions");
    List<BoundSource> sources = plan.sources();
    return FeatureCompiler.compile(wanted, sources, hasSessions);
  }

  private void add(CompiledFeature feature) {
    int number = sources.size() + 1;
    sources
        .computeIfAbsent(
            feature.source().name(), name -> new SourceCalculations(feature.source(), number))
        .add(feature);
  }

  CompiledFeatures features() {
    return features;
  }

  AsOfMoments moments() {
    return moments;
  }

  /** The transaction of this number; empty where there is nothing to do, or after the last. */
  Optional<StatementBatch> batch(int number) {
    return number < batches.size() ? batches.get(number).get() : Optional.empty();
  }

  private static Optional<StatementBatch> batch(List<String> statements) {
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new StatementBatch(statements, Map.of()));
  }

  private List<String> known() {
    Map<String, Object> names =
        Map.of(
            "moments", moments.placeholders(),
            "seen", moments.seen("events.event_time"),
            "day", moments.dayOf("events.event_time"),
            "last", moments.last());
    List<String> statements = new ArrayList<>();
    for (String table :
        List.of("int_as_of", "int_as_of_reach", "int_feature_events", "int_feature_profiles")) {
      statements.add(context.render("features/create_" + table + ".sql", names));
      statements.add(context.render("features/" + table + ".sql", names));
    }
    return statements;
  }

  private List<String> paired() {
    Map<String, Object> days = Map.of("day", moments.dayOf("as_of"));
    Map<String, Object> events = Map.of("day", moments.dayOf("events.event_time"));
    return List.of(
        context.render("features/create_int_as_of_pairs.sql"),
        context.render("features/int_as_of_pairs.sql", days),
        context.render("features/create_int_as_of_pair_reach.sql"),
        context.render("features/int_as_of_pair_reach.sql"),
        context.render("features/create_int_feature_events.sql"),
        context.render("features/int_feature_pair_events.sql", events),
        context.render("features/create_int_feature_profiles.sql"),
        context.render("features/int_feature_pair_profiles.sql"));
  }

  private List<String> rows() {
    List<String> statements = new ArrayList<>();
    sources.values().forEach(one -> statements.addAll(one.rows().statements(context, moments)));
    return statements;
  }

  /** Tables for some of the moments, the rows made of them, and no tables any more. */
  private void calculate(int first, int last, FeatureWrites writes) {
    List<Calculation> all =
        sources.values().stream().flatMap(one -> one.calculations().stream()).toList();
    for (int from = 0; from < all.size(); from += MOST_CALCULATIONS) {
      List<Calculation> some = all.subList(from, Math.min(all.size(), from + MOST_CALCULATIONS));
      batches.add(
          () ->
              batch(
                  some.stream()
                      .flatMap(one -> one.statements(context, moments, first, last).stream())
                      .toList()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    sources.values().forEach(one -> values.putAll(one.values()));
    List<String> tables = all.stream().map(Calculation::table).toList();
    batches.add(() -> Optional.of(writes.rows(values, tables, first, last)));
    for (int from = 0; from < tables.size(); from += StatementBatch.MOST_STATEMENTS) {
      List<String> some =
          tables.subList(from, Math.min(tables.size(), from + StatementBatch.MOST_STATEMENTS));
      batches.add(
          () ->
              batch(
                  some.stream()
                      .map(
                          table ->
                              context.render("features/drop_table.sql", Map.of("table", table)))
                      .toList()));
    }
  }
}
