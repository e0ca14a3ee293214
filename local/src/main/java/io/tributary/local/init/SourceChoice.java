package io.tributary.local.init;

import io.tributary.config.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides which table becomes the source of which kind; there is at most one of each. */
final class SourceChoice {
  private static final String LATER_KIND = "segment_events";

  private final Map<SourceKind, SourceGuess> chosen = new EnumMap<>(SourceKind.class);
  private final List<SourceGuess> incomplete = new ArrayList<>();
  private final List<String> unguessed = new ArrayList<>();

  private SourceChoice() {}

  static SourceChoice among(List<TableProfile> tables) {
    SourceChoice choice = new SourceChoice();
    List<SourceGuess> guesses = new ArrayList<>();
    tables.forEach(table -> choice.bestKind(table).ifPresent(guesses::add));
    guesses.stream()
        .sorted(Comparator.comparingInt(SourceGuess::likelihood).reversed())
        .forEach(choice::place);
    choice.takeCostsOfSessions();
    choice.leaveReferrersWithoutPages();
    choice.sayWhatAttributionLacks();
    return choice;
  }

  /** The sources that are complete, in the order of the kinds. */
  List<SourceGuess> chosen() {
    return chosen.values().stream().sorted(Comparator.comparing(SourceChoice::order)).toList();
  }

  /** The sources that lack a column, to be completed by hand. */
  List<SourceGuess> incomplete() {
    return incomplete;
  }

  /** What could not be guessed, a sentence each. */
  List<String> unguessed() {
    return unguessed;
  }

  Optional<SourceGuess> of(SourceKind kind) {
    return Optional.ofNullable(chosen.get(kind));
  }

  boolean feedsAttribution() {
    return has(SourceKind::converts) && has(SourceKind::hasChannel);
  }

  /** Whether there is a source of such a kind. */
  boolean has(Predicate<SourceKind> wanted) {
    return chosen.keySet().stream().anyMatch(wanted);
  }

  private static int order(SourceGuess guess) {
    return guess.kind() == SourceKind.CONVERSIONS ? -1 : guess.kind().ordinal();
  }

  private Optional<SourceGuess> bestKind(TableProfile table) {
    if (SourceKind.of(table.shortName()).filter(SourceKind::isGeneric).isPresent()) {
      unguessed.add(
          "could not use %s: it looks like a source of kind %s, which needs the block identity; add both by hand"
              .formatted(table.name(), table.shortName()));
      return Optional.empty();
    }
    if (table.shortName().equals(LATER_KIND)) {
      unguessed.add(
          "could not use %s: it looks like a source of kind %s, which this version does not read"
              .formatted(table.name(), table.shortName()));
      return Optional.empty();
    }
    Optional<SourceGuess> best =
        Arrays.stream(SourceKind.values())
            .filter(kind -> !kind.isGeneric())
            .map(kind -> SourceGuesser.guess(kind, table))
            .filter(SourceChoice::isWorthSaying)
            .max(Comparator.comparingInt(SourceGuess::likelihood));
    if (best.isEmpty()) {
      unguessed.add(
          "could not guess what %s is; its columns are %s".formatted(table.name(), columns(table)));
    }
    return best;
  }

  private static boolean isWorthSaying(SourceGuess guess) {
    if (guess.kind().isCommerce()) {
      return guess.isNamedLikeIt() || guess.isToldByColumns();
    }
    if (guess.kind() == SourceKind.REFERRERS) {
      return guess.isComplete();
    }
    boolean hasIdentifier = guess.identifier().flatMap(guess::column).isPresent();
    return guess.isComplete()
        || guess.isNamedLikeIt()
        || (hasIdentifier && guess.missing().size() == 1);
  }

  private void place(SourceGuess guess) {
    SourceGuess other = chosen.get(guess.kind());
    if (!guess.isComplete()) {
      incomplete.add(guess);
      unguessed.add(
          "could not guess which column of %s is its %s (it looks like %s); its columns are %s"
              .formatted(
                  guess.table().name(),
                  String.join(" and which its ", guess.missing()),
                  guess.kind().label(),
                  columns(guess.table())));
    } else if (other != null) {
      unguessed.add(
          "could not use %s beside %s: both look like %s, of which there is one source"
              .formatted(guess.table().name(), other.table().name(), guess.kind().label()));
    } else {
      chosen.put(guess.kind(), guess);
      unguessed.addAll(guess.doubts());
    }
  }

  /** Sessions that carry their cost are a source of costs too. */
  private void takeCostsOfSessions() {
    SourceGuess sessions = chosen.get(SourceKind.SESSION_SOURCES);
    if (sessions != null && !chosen.containsKey(SourceKind.SESSION_COSTS)) {
      SourceGuess costs = SourceGuesser.guess(SourceKind.SESSION_COSTS, sessions.table());
      boolean named =
          costs.columns().stream().noneMatch(c -> c.reason() == ColumnGuess.Reason.VALUES);
      if (costs.isComplete() && named) {
        chosen.put(SourceKind.SESSION_COSTS, costs);
      }
    }
  }

  private void leaveReferrersWithoutPages() {
    if (!chosen.containsKey(SourceKind.PAGES)) {
      Optional.ofNullable(chosen.remove(SourceKind.REFERRERS))
          .ifPresent(
              referrers ->
                  unguessed.add(
                      "could not use %s: referrers need a source of kind pages"
                          .formatted(referrers.table().name())));
    }
  }

  /** Events are worth a run without a report; nothing else is. */
  private void sayWhatAttributionLacks() {
    if (has(SourceKind::isCommerce)) {
      return;
    }
    for (SourceKind kind : List.of(SourceKind.CONVERSIONS, SourceKind.SESSION_SOURCES)) {
      boolean nearly = incomplete.stream().anyMatch(guess -> guess.kind() == kind);
      if (!chosen.containsKey(kind) && !nearly) {
        unguessed.add(
            "could not guess which table is the source of kind "
                + kind.label()
                + ", without which nothing is credited");
      }
    }
  }

  private static String columns(TableProfile table) {
    return String.join(", ", table.columns().stream().map(ColumnProfile::name).toList());
  }
}
