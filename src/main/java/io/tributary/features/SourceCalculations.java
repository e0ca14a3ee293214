package io.tributary.features;

import io.tributary.config.FeatureType;
import io.tributary.features.Calculation.Moments;
import io.tributary.features.CompiledFeature.Holds;
import io.tributary.features.CompiledFeature.Taken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the features of one source are calculated: which tables, and where in them each stands. Not
 * safe for use by several threads.
 */
final class SourceCalculations {
  private static final String AGE = "reach.day - taken.day";

  private final RowsTable rows;
  private final String prefix;
  private final List<Map<String, Object>> totals = new ArrayList<>();
  private final Map<String, List<Map<String, Object>>> counts = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
  private final List<Supplier<Calculation>> single = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<Integer> windows = new TreeSet<>();
  private final boolean isSeries;
  private int columns;

  /**
   * @param number of the source among those of the run
   * @param moments of the run
   */
  SourceCalculations(FeatureSource source, int number, AsOfMoments moments) {
    this.isSeries = moments.isSeries();
    this.rows = new RowsTable(source, number);
    this.prefix = "int_feature_" + number;
  }

  RowsTable rows() {
    return rows;
  }

  /** Each feature's value over the calculated tables, as SQL. */
  Map<String, String> values() {
    return values;
  }

  List<Calculation> calculations() {
    List<Calculation> all = new ArrayList<>();
    if (!totals.isEmpty()) {
      boolean isWindowed = totals.stream().anyMatch(one -> isWindowed(one.get("when")));
      all.add(
          new Calculation(
              prefix + "_totals", rows, "totals", moments(isWindowed), totals, Map.of()));
    }
    counts.forEach((column, some) -> all.add(counted(column, some)));
    lists.forEach((column, some) -> all.add(ofDistinct("lists", "lists", column, some)));
    single.forEach(one -> all.add(one.get()));
    return all;
  }

  private Calculation ofDistinct(
      String kind, String file, String column, List<Map<String, Object>> some) {
    String table = "%s_%s_%s".formatted(prefix, kind, column);
    boolean isWindowed = some.stream().anyMatch(one -> one.get("days") != null);
    int fewest = some.stream().mapToInt(one -> (int) one.get("most")).min().orElseThrow();
    Map<String, Object> names = Map.of("value", column, "fewest", fewest);
    return new Calculation(table, rows, file, moments(isWindowed), some, names);
  }

  /** Days that only come and leave windows need no grouping for each moment. */
  private Calculation counted(String column, List<Map<String, Object>> some) {
    if (!isSeries || !column.equals(RowsTable.DAY) || !rows.source().rows().isForEver()) {
      return ofDistinct("counts", "distinct_counts", column, some);
    }
    List<Integer> days =
        some.stream()
            .flatMap(one -> Stream.ofNullable((Integer) one.get("days")))
            .distinct()
            .toList();
    return new Calculation(
        prefix + "_counts_" + column,
        rows,
        "running_days",
        new Moments.Running(days),
        some,
        Map.of());
  }

  private static boolean isWindowed(Object when) {
    return when != null && when.toString().contains(AGE);
  }

  private Moments moments(boolean isWindowed) {
    return isSeries
        ? new Moments.Changing(new Changes(rows, isWindowed ? windows : Set.of()))
        : new Moments.Every();
  }

  void add(CompiledFeature feature) {
    feature.days().ifPresent(windows::add);
    feature.unread().ifPresent(rows::mark);
    values.put(
        feature.name(),
        switch (feature.aggregation()) {
          case COUNT -> as(feature.type(), "coalesce(" + total("counts", feature) + ", 0)");
          case SUM -> as(feature.type(), "coalesce(" + total("sums", feature) + ", 0)");
          case AVG ->
              "cast(%s as float8) / nullif(%s, 0)"
                  .formatted(total("sums", feature), total("counts", feature));
          case MIN -> extreme("min", feature);
          case MAX -> extreme("max", feature);
          case ANY -> total("max", feature) + " = 1";
          case DAYS_SINCE -> "known.day - " + day("max", feature);
          case DAYS_SINCE_FIRST -> "known.day - " + day("min", feature);
          case FIRST -> placed("min", feature);
          case LAST -> placed("max", feature);
          case COUNT_DISTINCT -> "coalesce(" + distinct(feature) + ", 0)";
          case LIST -> list(feature);
          case MEDIAN -> median(feature);
          case MOST_FREQUENT, MOST_FREQUENT_BY -> choice(feature);
        });
  }

  private String extreme(String which, CompiledFeature feature) {
    return as(feature.type(), total(which, feature));
  }

  /** A column of the one grouping, of what the feature takes. */
  private String total(String kind, CompiledFeature feature) {
    Optional<String> column = feature.value().map(rows::column).map(SourceCalculations::taken);
    return total(kind, when(feature, column), column.orElse("1"), type(kind, feature));
  }

  private static String type(String kind, CompiledFeature feature) {
    return switch (kind) {
      case "counts" -> "bigint";
      case "sums" -> "decimal(38, 6)";
      default -> feature.value().map(Taken::holds).orElse(Holds.FLAG).column();
    };
  }

  private String day(String which, CompiledFeature feature) {
    Optional<String> column = feature.value().map(rows::column).map(SourceCalculations::taken);
    return total(which, when(feature, column), "taken.day", "int");
  }

  /** Behind the row's place, so that the greatest is of the last row. */
  private String placed(String which, CompiledFeature feature) {
    rows.place();
    Taken value = feature.value().orElseThrow();
    String column = taken(rows.column(value));
    String text = value.holds() == Holds.TEXT ? column : "cast(" + column + " as varchar)";
    String behind = "lpad(cast(taken.place as varchar), 10, '0') || " + text;
    String chosen = total(which, when(feature, Optional.of(column)), behind, "varchar(65535)");
    String found = "substring(" + chosen + ", 11)";
    return switch (value.holds()) {
      case NUMBER -> as(feature.type(), "cast(" + found + " as decimal(38, 6))");
      case TRUTH -> found + " = '1'";
      case TEXT, FLAG, DAY -> found;
    };
  }

  private String total(String kind, String when, String value, String type) {
    Map<String, Object> one = new HashMap<>();
    boolean counts = kind.equals("counts");
    boolean sums = kind.equals("sums");
    one.put("counts", counts);
    one.put("sums", sums);
    one.put("least", kind.equals("min"));
    one.put("when", when);
    one.put("value", value);
    one.put("type", type);
    for (Map<String, Object> known : totals) {
      if (known.entrySet().containsAll(one.entrySet())) {
        return prefix + "_totals." + known.get("name");
      }
    }
    String name = next();
    one.put("name", name);
    totals.add(one);
    return prefix + "_totals." + name;
  }

  private String next() {
    columns++;
    return "c" + columns;
  }

  private static String taken(String column) {
    return "taken." + column;
  }

  /** The condition under which a row counts; null where every row does. */
  private static String when(CompiledFeature feature, Optional<String> column) {
    Optional<String> within = feature.days().map(days -> AGE + " <= " + days);
    Optional<String> there = column.map(name -> name + " is not null");
    return there
        .map(one -> within.map(other -> one + " and " + other).orElse(one))
        .or(() -> within)
        .orElse(null);
  }

  private String distinct(CompiledFeature feature) {
    return among(counts, "counts", feature, "bigint");
  }

  private String list(CompiledFeature feature) {
    return among(lists, "lists", feature, "varchar(65535)");
  }

  private String among(
      Map<String, List<Map<String, Object>>> groups,
      String kind,
      CompiledFeature feature,
      String type) {
    String column = rows.column(feature.value().orElseThrow());
    String name = next();
    Map<String, Object> one = new HashMap<>();
    one.put("name", name);
    one.put("type", type);
    one.put("days", feature.days().orElse(null));
    one.put("most", feature.maxSize());
    groups.computeIfAbsent(column, any -> new ArrayList<>()).add(one);
    return "%s_%s_%s.%s".formatted(prefix, kind, column, name);
  }

  private String median(CompiledFeature feature) {
    return single("medians", feature, "float8", Optional.empty());
  }

  private String choice(CompiledFeature feature) {
    return single("choices", feature, "varchar(65535)", feature.by().map(rows::column));
  }

  private String single(
      String file, CompiledFeature feature, String type, Optional<String> weight) {
    String name = next();
    String table = prefix + "_" + name;
    Map<String, Object> names = new HashMap<>();
    names.put("name", name);
    names.put("value", rows.column(feature.value().orElseThrow()));
    names.put("weight", weight.orElse(null));
    names.put("most", feature.maxSize());
    names.put("when", when(feature, Optional.empty()));
    List<Map<String, Object>> one = List.of(Map.of("name", name, "type", type));
    boolean isWindowed = feature.days().isPresent();
    single.add(() -> new Calculation(table, rows, file, moments(isWindowed), one, names));
    return table + "." + name;
  }

  /** A number as the feature's type. */
  private static String as(FeatureType type, String sql) {
    return switch (type) {
      case INTEGER -> "cast(" + sql + " as bigint)";
      case NUMERIC -> "cast(" + sql + " as float8)";
      case BOOLEAN -> sql + " = 1";
      case STRING, ARRAY -> sql;
    };
  }
}
