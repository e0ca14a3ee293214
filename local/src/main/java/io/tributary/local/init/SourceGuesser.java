package io.tributary.local.init;

import io.tributary.config.SourceKind;
import io.tributary.local.init.ColumnGuess.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes a table for a source of one kind: looks for its columns by the names that are searched
 * anyway, then by the words for them, then by what the values look like.
 */
final class SourceGuesser {
  private static final Map<SourceKind, List<String>> DAY_AND_CLOCK =
      Map.of(
          SourceKind.CONVERSIONS, List.of("conv_date", "conv_time"),
          SourceKind.SESSION_SOURCES, List.of("event_date", "event_time"));
  private static final int SHORTEST_PART = 4;

  private final SourceKind kind;
  private final TableProfile table;
  private final List<ColumnGuess> found = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private SourceGuesser(SourceKind kind, TableProfile table) {
    this.kind = kind;
    this.table = table;
  }

  /** The guess, be it complete or not. */
  static SourceGuess guess(SourceKind kind, TableProfile table) {
    SourceGuesser guesser = new SourceGuesser(kind, table);
    guesser.takeKnownNames();
    for (SourceKind.Column column : kind.columns()) {
      if (column.required() && guesser.lacks(column.name())) {
        guesser.byWords(column.name());
      }
    }
    if (kind.isCommerce()) {
      guesser.takeOptional();
    }
    guesser.takeTime();
    guesser.takeAmount();
    return new SourceGuess(kind, table, guesser.found, guesser.missing());
  }

  private void takeKnownNames() {
    for (SourceKind.Column column : kind.columns()) {
      Vocabulary.knownNames(column)
          .flatMap(name -> table.column(name).stream())
          .findFirst()
          .ifPresent(known -> take(column.name(), known, Reason.KNOWN_NAME));
    }
  }

  private void byWords(String logical) {
    Stream<String> words = Vocabulary.wordsFor(logical).stream();
    boolean plainId = isIdentifier(logical) && Vocabulary.names(kind, table.shortName());
    Stream<String> all =
        plainId ? Stream.concat(words, Stream.of("id", "no", "nr", "nummer")) : words;
    List<String> tried = all.toList();
    first(tried, logical, String::equals)
        .or(() -> first(tried, logical, SourceGuesser::isPart).filter(c -> namesRows(logical, c)))
        .ifPresent(column -> take(logical, column, Reason.NAME));
  }

  /** Events have many columns, and a name that is only near says little. */
  private void takeOptional() {
    for (SourceKind.Column column : kind.columns()) {
      if (!column.required() && lacks(column.name())) {
        first(Vocabulary.wordsOfEvents(column.name()), column.name(), String::equals)
            .ifPresent(found -> take(column.name(), found, Reason.NAME));
      }
    }
  }

  private static boolean isPart(String name, String word) {
    return word.length() >= SHORTEST_PART && name.contains(word);
  }

  /** A name that only contains a word, such as order_status, needs more to name rows. */
  private boolean namesRows(String logical, ColumnProfile column) {
    return !isIdentifier(logical) || column.isUnique();
  }

  private Optional<ColumnProfile> first(List<String> words, String logical, NameTest test) {
    return words.stream()
        .flatMap(
            word -> free(column -> test.matches(Vocabulary.plain(column.name()), word)).stream())
        .filter(column -> fits(logical, column))
        .findFirst();
  }

  /** A moment in one column, or a day and the time of that day in two. */
  private void takeTime() {
    List<String> pair = DAY_AND_CLOCK.getOrDefault(kind, List.of());
    if (pair.isEmpty() || !lacks("timestamp") || pair.stream().noneMatch(this::lacks)) {
      return;
    }
    pair.forEach(this::release);
    List<ColumnProfile> days = free(ColumnProfile::isDay);
    List<ColumnProfile> clocks = free(ColumnProfile::isClock);
    if (days.size() == 1 && clocks.size() == 1) {
      take(pair.get(0), days.get(0), Reason.VALUES);
      take(pair.get(1), clocks.get(0), Reason.VALUES);
      return;
    }
    byWords("timestamp");
    List<ColumnProfile> times = free(ColumnProfile::isTime);
    if (lacks("timestamp") && times.size() == 1) {
      take("timestamp", times.get(0), Reason.VALUES);
    }
  }

  /** In a table whose name or rows speak for the kind, the only decimal numbers are the money. */
  private void takeAmount() {
    boolean hasConversions = kind == SourceKind.CONVERSIONS && !lacks("conversion_id");
    if (!hasConversions && !Vocabulary.names(kind, table.shortName())) {
      return;
    }
    for (String amount : List.of("revenue", "cost")) {
      List<ColumnProfile> amounts = free(ColumnProfile::isDecimal);
      if (isRequired(amount) && lacks(amount) && amounts.size() == 1) {
        take(amount, amounts.get(0), Reason.VALUES);
      }
    }
  }

  private boolean fits(String logical, ColumnProfile column) {
    if (column.isEmpty()) {
      return true;
    }
    return switch (logical) {
      case "timestamp", "date" -> column.looksLikeTime();
      case "revenue", "cost", "total" -> column.isAmount();
      case "birthday" -> true;
      case "channel_name" -> !column.isAmount() && !column.looksLikeTime();
      case "conversion_id", "session_id" ->
          column.isFilled() && !column.isDecimal() && !column.looksLikeTime();
      default -> !column.isDecimal() && !column.looksLikeTime();
    };
  }

  private List<ColumnProfile> free(Predicate<ColumnProfile> wanted) {
    return table.columns().stream()
        .filter(column -> !used.contains(column.name()))
        .filter(wanted)
        .toList();
  }

  private void take(String logical, ColumnProfile column, Reason reason) {
    found.add(new ColumnGuess(logical, column, reason));
    used.add(column.name());
  }

  private void release(String logical) {
    found.stream()
        .filter(guess -> guess.logical().equals(logical))
        .forEach(guess -> used.remove(guess.column().name()));
    found.removeIf(guess -> guess.logical().equals(logical));
  }

  private boolean lacks(String logical) {
    return found.stream().noneMatch(guess -> guess.logical().equals(logical));
  }

  private boolean isRequired(String logical) {
    return kind.columns().stream().anyMatch(c -> c.required() && c.name().equals(logical));
  }

  private boolean isIdentifier(String logical) {
    return kind.columns().get(0).name().equals(logical) && logical.endsWith("_id");
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    kind.columns().stream()
        .filter(column -> column.required() && lacks(column.name()))
        .forEach(column -> missing.add(column.name()));
    List<String> pair = DAY_AND_CLOCK.getOrDefault(kind, List.of());
    if (!pair.isEmpty() && lacks("timestamp") && pair.stream().anyMatch(this::lacks)) {
      missing.add("timestamp");
    }
    return missing;
  }

  private interface NameTest {
    boolean matches(String name, String word);
  }
}
