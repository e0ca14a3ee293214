package io.tributary.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a raw table can be, with the logical columns that its kind has. */
public enum SourceKind {
  SESSION_SOURCES(
      Column.required("session_id"),
      Column.required("user_id"),
      Column.optional("timestamp"),
      Column.optional("event_date"),
      Column.optional("event_time"),
      Column.required("channel_name", "channel_label", "channel"),
      Column.optional("holder_engagement"),
      Column.optional("closer_engagement"),
      Column.optional("impression_interaction")),
  SESSION_COSTS(Column.required("session_id"), Column.required("cost")),
  CHANNEL_COSTS(Column.required("channel_name"), Column.required("date"), Column.required("cost")),
  CONVERSIONS(
      Column.required("conversion_id", "conv_id"),
      Column.required("user_id"),
      Column.optional("timestamp"),
      Column.optional("conv_date"),
      Column.optional("conv_time"),
      Column.required("revenue"));

  private final List<Column> columns;

  SourceKind(Column... columns) {
    this.columns = List.of(columns);
  }

  /** The logical columns, in the order in which they are documented. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The columns that say when a row happened: the names of a day and of a time of that day, which
   * together stand for {@code timestamp}. Empty for kinds that need no timestamp.
   */
  public List<String> dayAndTime() {
    return switch (this) {
      case SESSION_SOURCES -> List.of("event_date", "event_time");
      case CONVERSIONS -> List.of("conv_date", "conv_time");
      case SESSION_COSTS, CHANNEL_COSTS -> List.of();
    };
  }

  /** The name in a project file, such as {@code session_sources}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name, or empty. */
  public static Optional<SourceKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** A logical column, the other names it is known by, and whether the kind needs it. */
  public record Column(String name, List<String> aliases, boolean required) {
    static Column required(String name, String... aliases) {
      return new Column(name, List.of(aliases), true);
    }

    static Column optional(String name, String... aliases) {
      return new Column(name, List.of(aliases), false);
    }
  }
}
