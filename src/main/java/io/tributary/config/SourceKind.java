package io.tributary.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a raw table can be, with the logical columns that its kind has. */
public enum SourceKind {
  TRACKS(
      Column.required("id", "message_id", "event_id"),
      Column.optional("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("event"),
      Column.optional("page_url", "context_page_url"),
      Column.optional("page_path", "context_page_path"),
      Column.optional("referrer", "context_page_referrer"),
      Column.optional("campaign_source"),
      Column.optional("campaign_medium"),
      Column.optional("campaign_name"),
      Column.optional("campaign_term"),
      Column.optional("campaign_content"),
      Column.optional("user_agent")),
  PAGES(
      Column.required("id", "message_id", "event_id"),
      Column.optional("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("url", "page_url", "context_page_url"),
      Column.optional("path", "context_page_path"),
      Column.optional("title"),
      Column.optional("referrer", "context_page_referrer"),
      Column.optional("name"),
      Column.optional("campaign_source"),
      Column.optional("campaign_medium"),
      Column.optional("campaign_name"),
      Column.optional("campaign_term"),
      Column.optional("campaign_content"),
      Column.optional("user_agent"),
      Column.optional("country")),
  IDENTIFIES(
      Column.required("id", "message_id", "event_id"),
      Column.required("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("email"),
      Column.optional("gender"),
      Column.optional("birthday"),
      Column.optional("country"),
      Column.optional("state"),
      Column.optional("device_type"),
      Column.optional("campaign_source")),
  PRODUCT_ADDED(
      Column.required("id", "message_id", "event_id"),
      Column.required("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("cart_id"),
      Column.optional("price"),
      Column.optional("quantity")),
  CHECKOUT_STEP_COMPLETED(
      Column.required("id", "message_id", "event_id"),
      Column.required("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("checkout_id"),
      Column.optional("payment_method")),
  ORDER_COMPLETED(
      Column.required("id", "message_id", "event_id"),
      Column.required("user_id"),
      Column.optional("anonymous_id"),
      Column.required("timestamp", "event_time", "original_timestamp"),
      Column.optional("order_id"),
      Column.optional("total"),
      Column.optional("revenue"),
      Column.optional("currency"),
      Column.optional("products")),
  CUSTOMER_EVENTS(
      Column.required("id"),
      Column.optional("source_id"),
      Column.required("type"),
      Column.optional("version"),
      Column.required("event_time", "timestamp"),
      Column.required("payload")),
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
      Column.required("revenue")),
  REFERRERS(Column.required("host"), Column.required("medium"), Column.required("source"));

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
          List.of();
    };
  }

  /** Whether a row is an event that happened to somebody, and nothing else. */
  public boolean isEvent() {
    return switch (this) {
      case TRACKS,
          PAGES,
          IDENTIFIES,
          PRODUCT_ADDED,
          CHECKOUT_STEP_COMPLETED,
          ORDER_COMPLETED,
          CUSTOMER_EVENTS ->
          true;
      case SESSION_SOURCES, SESSION_COSTS, CHANNEL_COSTS, CONVERSIONS, REFERRERS -> false;
    };
  }

  /** Whether a row is an event of the e-commerce event specification. */
  public boolean isCommerce() {
    return isEvent() && this != CUSTOMER_EVENTS;
  }

  /** Whether web sessions are cut from its rows. */
  public boolean isWeb() {
    return this == TRACKS || this == PAGES;
  }

  /** Whether its rows are, or can be made, conversions. */
  public boolean converts() {
    return this == CONVERSIONS || this == ORDER_COMPLETED;
  }

  /** Whether its rows are, or can be made, sessions that have a channel. */
  public boolean hasChannel() {
    return this == SESSION_SOURCES || this == PAGES;
  }

  /** Whether a row has an id and a moment, so that identifiers can be taken from it. */
  public boolean happens() {
    return isEvent() || this == SESSION_SOURCES || this == CONVERSIONS;
  }

  /** The logical column that holds the moment of a row; empty for kinds without one. */
  public String moment() {
    return this == CUSTOMER_EVENTS ? "event_time" : happens() ? "timestamp" : "";
  }

  /** Whether a project may have several sources of this kind. */
  public boolean isGeneric() {
    return this == CUSTOMER_EVENTS;
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
