package io.tributary.local.init;

import io.tributary.config.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table taken for a source of some kind.
 *
 * @param columns the columns that were found
 * @param missing the logical columns that the kind needs and that were not found
 */
record SourceGuess(
    SourceKind kind, TableProfile table, List<ColumnGuess> columns, List<String> missing) {
  SourceGuess {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }

  boolean isComplete() {
    return missing.isEmpty();
  }

  boolean isNamedLikeIt() {
    return Vocabulary.names(kind, table.shortName());
  }

  Optional<ColumnProfile> column(String logical) {
    return columns.stream()
        .filter(guess -> guess.logical().equals(logical))
        .findFirst()
        .map(ColumnGuess::column);
  }

  /** The columns that the project file has to name. */
  List<ColumnGuess> mapped() {
    return columns.stream().filter(g -> g.reason() != ColumnGuess.Reason.KNOWN_NAME).toList();
  }

  /** How likely the guess is; only good for comparing. */
  int likelihood() {
    boolean unique = identifier().flatMap(this::column).filter(ColumnProfile::isUnique).isPresent();
    long found = columns.stream().filter(guess -> !missing.contains(guess.logical())).count();
    return (isComplete() ? 1000 : 0)
        + (isNamedLikeIt() ? 100 : 0)
        + (unique ? 50 : 0)
        + (int) found;
  }

  /** The logical column that names a row, where the kind has one. */
  Optional<String> identifier() {
    return switch (kind) {
      case CONVERSIONS -> Optional.of("conversion_id");
      case SESSION_SOURCES -> Optional.of("session_id");
      case SESSION_COSTS, CHANNEL_COSTS -> Optional.empty();
    };
  }

  /** The columns that hold the moment or the day of a row. */
  List<ColumnProfile> times() {
    return List.of("timestamp", "conv_date", "event_date", "date").stream()
        .flatMap(logical -> column(logical).stream())
        .toList();
  }

  /** What in the data will not be read as it stands, a sentence each. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    for (ColumnProfile time : times()) {
      if (!time.isTime() && !time.isEmpty()) {
        doubts.add(
            doubt(time, "holds no times of the form 2023-12-31 or 2023-12-31 18:30:00")
                + "; rows with others are rejected, so export it in that form");
      }
    }
    for (String amount : List.of("revenue", "cost")) {
      column(amount)
          .filter(found -> !found.isNumber() && !found.isEmpty())
          .map(found -> doubt(found, "holds more than plain numbers such as 1234.50"))
          .map(text -> text + "; rows with others are rejected, so export it in that form")
          .ifPresent(doubts::add);
    }
    identifier()
        .flatMap(this::column)
        .filter(found -> !found.isUnique())
        .map(found -> doubt(found, "holds some values more than once"))
        .map(text -> text + "; such rows count once if they are equal and are rejected if not")
        .ifPresent(doubts::add);
    return doubts;
  }

  private String doubt(ColumnProfile column, String what) {
    return "%s of %s %s".formatted(column.name(), table.name(), what);
  }
}
