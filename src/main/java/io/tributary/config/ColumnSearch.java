package io.tributary.config;

import io.tributary.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the columns of one source in its raw table. Names compare without regard to case. */
final class ColumnSearch {
  static final List<String> PREFIXES =
      List.of("", "properties_", "traits_", "context_traits_", "context_");
  private static final Set<String> ORIGIN = Set.of("_file", "_line");

  private final Source source;
  private final List<String> stored;
  private final Problems problems;
  private final Set<String> nested;
  private final boolean hasOrigin;
  private final Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> found = new LinkedHashMap<>();
  private boolean complete = true;

  /**
   * @param stored the table's columns as stored
   * @param nested those of type SUPER
   */
  ColumnSearch(Source source, List<String> stored, Set<String> nested, Problems problems) {
    this.source = source;
    this.stored = stored.stream().filter(column -> !isOrigin(column)).toList();
    this.hasOrigin =
        ORIGIN.stream().allMatch(name -> stored.stream().anyMatch(name::equalsIgnoreCase));
    this.nested = nested;
    this.problems = problems;
  }

  /** The source with its columns, or empty after noting what it lacks. */
  Optional<BoundSource> bound() {
    if (stored.isEmpty()) {
      fault("table", "has no columns; give it a header line with names.");
      return Optional.empty();
    }
    stored.forEach(this::index);
    source.columns().forEach(this::take);
    source.kind().columns().stream()
        .filter(column -> !source.columns().containsKey(column.name()))
        .forEach(this::search);
    time();
    return complete
        ? Optional.of(new BoundSource(source, found, payload(), nested, hasOrigin))
        : Optional.empty();
  }

  /** The columns of the kind by their logical names, then all others by their own. */
  private Map<String, String> payload() {
    Map<String, String> payload = new LinkedHashMap<>();
    if (source.kind().happens() && source.kind() != SourceKind.CUSTOMER_EVENTS) {
      payload.putAll(found);
      stored.stream()
          .filter(column -> !found.containsValue(column))
          .forEach(column -> payload.putIfAbsent(folded(column), column));
    }
    return payload;
  }

  /** A column's name as expressions write it, whatever its case. */
  static String folded(String column) {
    return column.toLowerCase(Locale.ROOT);
  }

  private static boolean isOrigin(String column) {
    return ORIGIN.stream().anyMatch(column::equalsIgnoreCase);
  }

  private void index(String column) {
    String other = byName.putIfAbsent(column, column);
    if (other != null) {
      fault(
          "table." + column,
          "has the column %s twice (%s); rename one, because case makes no difference."
              .formatted(Values.quoted(other), Values.quoted(column)));
    }
  }

  /** Takes the column that the project file names. */
  private void take(String logical, String physical) {
    String column = byName.get(physical);
    if (column != null) {
      found.put(logical, column);
      return;
    }
    String mend =
        Nearest.to(physical, stored)
            .map(near -> "did you mean " + Values.quoted(near) + "?")
            .orElseGet(() -> "it has " + Values.some(stored) + ".");
    fault(
        "columns." + logical,
        "has no column %s for %s; %s"
            .formatted(Values.quoted(physical), Values.quoted(logical), mend));
  }

  private void search(SourceKind.Column column) {
    Optional<String> first = tried(column).map(byName::get).flatMap(Stream::ofNullable).findFirst();
    first.ifPresent(physical -> found.put(column.name(), physical));
    if (column.required() && first.isEmpty()) {
      lacks(Values.quoted(column.name()), column.name(), tried(column));
    }
  }

  /** A moment is one column, or a day and a time of that day. */
  private void time() {
    List<String> dayAndTime = source.kind().dayAndTime();
    if (dayAndTime.isEmpty()
        || found.containsKey("timestamp")
        || found.keySet().containsAll(dayAndTime)) {
      return;
    }
    Map<String, SourceKind.Column> columns =
        source.kind().columns().stream()
            .collect(Collectors.toMap(SourceKind.Column::name, Function.identity()));
    Stream<String> tried =
        Stream.concat(Stream.of("timestamp"), dayAndTime.stream())
            .flatMap(name -> tried(columns.get(name)));
    lacks(
        "`timestamp`, nor both of `%s` and `%s`".formatted(dayAndTime.get(0), dayAndTime.get(1)),
        "timestamp",
        tried);
  }

  private void lacks(String what, String logical, Stream<String> tried) {
    fault(
        "columns." + logical,
        "has no column for %s (tried %s); name it under `columns:`, the table has %s."
            .formatted(what, tried.collect(Collectors.joining(", ")), Values.some(stored)));
  }

  private static Stream<String> tried(SourceKind.Column column) {
    return Stream.concat(
        PREFIXES.stream().map(prefix -> prefix + column.name()), column.aliases().stream());
  }

  private void fault(String below, String what) {
    complete = false;
    problems.at(
        "sources." + source.name() + "." + below,
        "The table %s of source %s %s"
            .formatted(Values.quoted(source.table()), Values.quoted(source.name()), what));
  }
}
