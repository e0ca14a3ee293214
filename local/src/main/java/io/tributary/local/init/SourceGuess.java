package io.tributary.local.init;

import io.tributary.config.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table taken for a source of some kind.
 *
 * @param columns the columns that were found
 * @param missing the logical columns that the kind needs and that were not found
 */
record SourceGuess(
    SourceKind kind, TableProfile table, List<ColumnGuess> columns, List<String> missing) {
  private static final String REJECTED = "such rows are rejected";

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

  /** Whether it has the columns by which its kind of event is known. */
  boolean isToldByColumns() {
    return EventSigns.weight(this) > 0;
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
        + (kind.isCommerce() && isNamedLikeIt() ? 200 : 0)
        + (isToldByColumns() ? 110 + 10 * EventSigns.weight(this) : 0)
        + (isNamedLikeIt() ? 100 : 0)
        + (unique ? 50 : 0)
        + (int) found
        - 10 * doubts().size();
  }

  /** The logical column that names a row, where the kind has one. */
  Optional<String> identifier() {
    return switch (kind) {
      case CONVERSIONS -> Optional.of("conversion_id");
      case SESSION_SOURCES -> Optional.of("session_id");
      case SESSION_COSTS,
          CHANNEL_COSTS,
          REFERRERS,
          TRACKS,
          PAGES,
          IDENTIFIES,
          PRODUCT_ADDED,
          CHECKOUT_STEP_COMPLETED,
          ORDER_COMPLETED,
          CUSTOMER_EVENTS ->
          Optional.empty();
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
    times().stream()
        .filter(time -> !time.isTime() && !time.isEmpty())
        .map(time -> asItStands(time, "times like 2023-12-31 or 2023-12-31 18:30:00", REJECTED))
        .forEach(doubts::add);
    Stream.of("revenue", "cost", "total")
        .flatMap(logical -> column(logical).stream())
        .filter(amount -> !amount.isNumber() && !amount.isEmpty())
        .map(amount -> asItStands(amount, "numbers like 1234.50", amountsThatAreNone()))
        .forEach(doubts::add);
    identifier()
        .flatMap(this::column)
        .filter(column -> !column.isUnique())
        .ifPresent(
            column ->
                doubts.add(
                    "could not tell rows apart by %s of %s: ".formatted(column.name(), table.name())
                        + "some values come more than once; such rows count once if they are"
                        + " equal and are rejected if not"));
    return doubts;
  }

  private String amountsThatAreNone() {
    return kind.isCommerce() ? "such amounts do not count" : REJECTED;
  }

  private String asItStands(ColumnProfile column, String form, String otherwise) {
    return "could not take %s of %s as it stands: ".formatted(column.name(), table.name())
        + "not all are %s; export them in that form, or %s".formatted(form, otherwise);
  }
}
