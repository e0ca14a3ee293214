package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.FeatureRule;
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
import java.util.stream.Stream;

/**
 * What one run calculates: who is known when, what features take of each source, what is made of
 * it, and the rows of features. Every call of a run finds the same transactions.
 */
final class FeatureCalculation {
  /** The rows of so many as-of moments are written at once. */
  private static final int MOMENTS_AT_ONCE = 60;

  private final StageContext context;
  private final CompiledFeatures features;
  private final AsOfMoments moments;
  private final FeatureWrites writes;
  private final Map<String, SourceCalculations> sources = new LinkedHashMap<>();
  private final List<Supplier<Optional<StatementBatch>>> batches = new ArrayList<>();

  FeatureCalculation(StageContext context) {
    this.context = context;
    RunPlan plan = context.plan();
    this.features = compiled(plan);
    this.moments = AsOfMoments.of(plan);
    this.writes = new FeatureWrites(context, features, moments);
    features.aggregated().forEach(this::add);
    List<Calculation> calculations =
        sources.values().stream().flatMap(one -> one.calculations().stream()).toList();
    batches.add(() -> batch(moments.isPaired() ? paired() : known()));
    addAll(orders());
    addAll(rows());
    addAll(changes(calculations));
    for (int part = 0; part < writes.columnParts(); part++) {
      int number = part;
      batches.add(() -> writes.columns(number));
    }
    batches.add(() -> Optional.of(writes.before()));
    addAll(calculations.stream().map(this::made).toList());
    write(calculations);
  }

  /** Statements that belong together, made when they are due. */
  private record Piece(int size, Supplier<List<String>> statements) {}

  /** As few transactions as hold them. */
  private void addAll(List<Piece> pieces) {
    List<Piece> together = new ArrayList<>();
    int size = 0;
    for (Piece piece : pieces) {
      if (size + piece.size() > StatementBatch.MOST_STATEMENTS) {
        addTransaction(together);
        together = new ArrayList<>();
        size = 0;
      }
      together.add(piece);
      size += piece.size();
    }
    addTransaction(together);
  }

  private void addTransaction(List<Piece> pieces) {
    if (!pieces.isEmpty()) {
      batches.add(
          () -> batch(pieces.stream().flatMap(one -> one.statements().get().stream()).toList()));
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
            feature.source().name(),
            name -> new SourceCalculations(feature.source(), number, moments))
        .add(feature);
  }

  CompiledFeatures features() {
    return features;
  }

  AsOfMoments moments() {
    return moments;
  }

  /** What of the sources' values could not be read, in sentences. */
  List<String> unread() {
    return UnreadNumbers.sentences(
        context, sources.values().stream().map(SourceCalculations::rows).toList());
  }

  /** A sentence for the ledger on events that are of no profile; empty where there are none. */
  String ofNobody() {
    if (moments.isPaired()) {
      return "";
    }
    long events =
        context.query("features/events_of_nobody.sql", Map.of("last", moments.last())).number(0, 0);
    return events == 0 ? "" : " %,d events of no profile are in no feature.".formatted(events);
  }

  /** The transaction of this number; empty where there is nothing to do, or after the last. */
  Optional<StatementBatch> batch(int number) {
    return number < batches.size() ? batches.get(number).get() : Optional.empty();
  }

  private Optional<StatementBatch> batch(List<String> statements) {
    Stream<FeatureRule> rules = features.aggregated().stream().map(one -> one.feature().rule());
    return Optional.of(Refusals.of(new StatementBatch(statements, Map.of()), rules));
  }

  private List<String> known() {
    Map<String, Object> names =
        Map.of(
            "moments", moments.placeholders(),
            "seen", moments.seen("events.event_time"),
            "day", moments.dayOf("events.event_time"),
            "last", moments.last(),
            "digits", RowsTable.DIGITS,
            "powers", moments.powers());
    List<String> tables =
        new ArrayList<>(
            List.of("int_as_of", "int_as_of_reach", "int_feature_events", "int_feature_profiles"));
    if (moments.isSeries()) {
      tables.add("int_as_of_days");
    }
    return tables.stream()
        .flatMap(
            table ->
                Stream.of(
                    context.render("features/create_" + table + ".sql", names),
                    context.render("features/" + table + ".sql", names)))
        .toList();
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

  private List<Piece> orders() {
    return sources.values().stream()
        .flatMap(one -> one.rows().orders(context).stream())
        .distinct()
        .map(orders -> new Piece(2, () -> orders.statements(context)))
        .toList();
  }

  private List<Piece> rows() {
    return sources.values().stream()
        .map(SourceCalculations::rows)
        .map(rows -> new Piece(rows.size(), () -> rows.statements(context, moments)))
        .toList();
  }

  private List<Piece> changes(List<Calculation> calculations) {
    return calculations.stream()
        .flatMap(one -> one.changes().stream())
        .distinct()
        .map(changes -> new Piece(2, () -> changes.statements(context, moments)))
        .toList();
  }

  private Piece made(Calculation calculation) {
    return new Piece(2, () -> calculation.statements(context, moments));
  }

  /** The rows of features, some moments at a time. */
  private void write(List<Calculation> calculations) {
    Map<String, String> values = new LinkedHashMap<>();
    sources.values().forEach(one -> values.putAll(one.values()));
    int all = Math.max(1, moments.size());
    for (int first = 1; first <= all; first += MOMENTS_AT_ONCE) {
      int from = first;
      int to = moments.isPaired() ? Integer.MAX_VALUE : Math.min(all, from + MOMENTS_AT_ONCE - 1);
      batches.add(
          () ->
              Optional.of(
                  Refusals.of(
                      writes.rows(values, calculations, from, to),
                      features.formulas().stream().map(one -> one.feature().rule()))));
    }
  }
}
