package io.tributary.sessions;

import java.util.List;
import java.util.Locale;

/**
 * The parts of an address, as SQL over a column that holds it. No address makes it fail: a part
 * that is not there is null.
 */
record Address(String column) {
  private static final String SCHEME = "[a-zA-Z][a-zA-Z0-9+.-]*";

  /** What joins values of a query: it ends each, so that none holds it unescaped. */
  static final String BETWEEN = "&";

  /** What a value of a query says in place of these, but for what joins values. */
  private static final List<String[]> ESCAPES =
      List.of(
          escape("%20", " "),
          escape("%21", "!"),
          escape("%22", "\""),
          escape("%23", "#"),
          escape("%24", "$"),
          escape("%27", "''"),
          escape("%28", "("),
          escape("%29", ")"),
          escape("%2A", "*"),
          escape("%2B", "+"),
          escape("%2C", ","),
          escape("%2D", "-"),
          escape("%2E", "."),
          escape("%2F", "/"),
          escape("%3A", ":"),
          escape("%3B", ";"),
          escape("%3C", "<"),
          escape("%3D", "="),
          escape("%3E", ">"),
          escape("%3F", "?"),
          escape("%40", "@"),
          escape("%5B", "["),
          escape("%5D", "]"),
          escape("%5E", "^"),
          escape("%5F", "_"),
          escape("%60", "`"),
          escape("%7B", "{"),
          escape("%7C", "|"),
          escape("%7D", "}"),
          escape("%7E", "~"));

  /** What is replaced in each value by itself; a percent sign comes last. */
  private static final List<String[]> LAST_ESCAPES =
      List.of(escape("%26", BETWEEN), escape("%25", "%"));

  /** The scheme and the host with its port; an empty text where the address begins otherwise. */
  String origin() {
    return "regexp_substr(%s, '^%s://[^/?#]*')".formatted(column, SCHEME);
  }

  /**
   * The host in small letters, without a port.
   *
   * @param origin the column that holds the address's origin
   */
  static String host(String origin) {
    return "nullif(lower(split_part(split_part(%s, '://', 2), ':', 1)), '')".formatted(origin);
  }

  /**
   * The path, at least a slash, where the address has a host.
   *
   * @param origin the column that holds the address's origin
   */
  String path(String origin) {
    String path = "nullif(regexp_substr(%s, '^[^?#]*'), '')";
    return "case when %1$s <> '' then coalesce(%2$s, '/') else %3$s end"
        .formatted(
            origin,
            path.formatted("substring(%s, length(%s) + 1)".formatted(column, origin)),
            path.formatted(column));
  }

  /** A value of the query as it is written; only where it is named it is looked for. */
  String parameter(String name) {
    return "case%s%s end".formatted(value("?" + name + "="), value("&" + name + "="));
  }

  private String value(String begins) {
    return (" when strpos(%1$s, '%2$s') > 0 then nullif(regexp_substr(substring(%1$s,"
            + " strpos(%1$s, '%2$s') + %3$d), '^[^&#]*'), '')")
        .formatted(column, begins, begins.length());
  }

  /**
   * Values of the query, joined by {@link #BETWEEN}, without their escapes: at once, as that many
   * calls for each value take long to plan. An ampersand's and a percent sign's stay.
   */
  String unescaped() {
    String spaced = "replace(" + column + ", '+', ' ')";
    String unescaped = spaced;
    for (String[] escape : ESCAPES) {
      unescaped = replaced(unescaped, escape);
      String small = escape[0].toLowerCase(Locale.ROOT);
      if (!small.equals(escape[0])) {
        unescaped = replaced(unescaped, escape(small, escape[1]));
      }
    }
    return "case when strpos(%s, '%%') > 0 then %s else %s end"
        .formatted(column, unescaped, spaced);
  }

  /**
   * What one of the values means that {@link #unescaped} were joined.
   *
   * @param number which of them, from 1
   */
  String meant(int number) {
    String value = "split_part(%s, '%s', %d)".formatted(column, BETWEEN, number);
    for (String[] escape : LAST_ESCAPES) {
      value = replaced(value, escape);
    }
    return "nullif(trim(" + value + "), '')";
  }

  private static String replaced(String text, String[] escape) {
    return "replace(%s, '%s', '%s')".formatted(text, escape[0], escape[1]);
  }

  private static String[] escape(String written, String meant) {
    return new String[] {written, meant};
  }
}
