package io.tributary.features;

import io.tributary.config.Features;
import io.tributary.run.RunPlan;
import io.tributary.run.StageContext;
import io.tributary.warehouse.Identifiers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The as-of moments of a run, by time.
 *
 * @param moments none where each profile has its own
 * @param isPaired whether each profile has its own
 * @param zone in which days begin and end
 */
record AsOfMoments(List<Instant> moments, boolean isPaired, ZoneId zone) {
  AsOfMoments {
    moments = List.copyOf(moments);
  }

  static AsOfMoments of(RunPlan plan) {
    ZoneId zone = plan.project().timezone();
    Features features = plan.project().features().orElseThrow();
    if (features.asOfFrom().isPresent()) {
      return new AsOfMoments(List.of(), true, zone);
    }
    List<Instant> moments =
        features.asOf().map(series -> series.upTo(plan.asOf(), zone)).orElse(List.of(plan.asOf()));
    return new AsOfMoments(moments, false, zone);
  }

  int size() {
    return moments.size();
  }

  /** Whether they are several, the same for every profile. */
  boolean isSeries() {
    return moments.size() > 1;
  }

  /** The powers of ten by which every day between two of them can be numbered. */
  List<Integer> powers() {
    long longest =
        IntStream.range(1, moments.size()).mapToLong(at -> day(at) - day(at - 1)).max().orElse(1);
    return IntStream.iterate(1, power -> power <= Math.max(1, longest), power -> power * 10)
        .boxed()
        .toList();
  }

  /** The day of the moment at that place, as days since 1970. */
  long day(int at) {
    return LocalDate.ofInstant(moments.get(at), zone).toEpochDay();
  }

  /** Number, moment and day of each. */
  List<Map<String, Object>> placeholders() {
    return IntStream.range(0, moments.size())
        .<Map<String, Object>>mapToObj(
            at ->
                Map.of(
                    "number", at + 1,
                    "as_of", literal(moments.get(at)),
                    "day", day(at)))
        .toList();
  }

  String last() {
    return literal(moments.get(moments.size() - 1));
  }

  /** The number of the first moment after that of the column, as SQL; null after the last. */
  String seen(String column) {
    return seen(column, 0, moments.size());
  }

  /** The first after it is one of these, or the one behind them. */
  private String seen(String column, int from, int to) {
    if (from == to) {
      return from == moments.size() ? "null::int" : from + 1 + "::int";
    }
    int middle = (from + to) / 2;
    return "case when %s < %s::timestamp then %s else %s end"
        .formatted(
            column,
            literal(moments.get(middle)),
            seen(column, from, middle),
            seen(column, middle + 1, to));
  }

  /** The day of a moment in the project's zone, as SQL: days since 1970. */
  String dayOf(String column) {
    String local =
        zone.normalized().equals(ZoneOffset.UTC)
            ? column
            : "convert_timezone('UTC', %s, %s)".formatted(Identifiers.text(zone.getId()), column);
    return "datediff(day, '1970-01-01'::timestamp, " + local + ")::int";
  }

  private static String literal(Instant moment) {
    return Identifiers.text(StageContext.timestamp(moment));
  }
}
