package io.tributary.sessions;

import java.util.List;

/**
 * The parts of an address, as SQL over a column that holds it. No address makes it fail: a part
 * that is not there is null.
 */
record Address(String column) {
  private static final String BEFORE_THE_PATH = "'^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*'";

  /** What a value of a query says in place of these; a percent sign comes last. */
  private static final List<String[]> ESCAPES =
      List.of(
          escape("%20", " "),
          escape("%21", "!"),
          escape("%22", "\""),
          escape("%23", "#"),
          escape("%24", "$"),
          escape("%26", "&"),
          escape("%27", "''"),
          escape("%28", "("),
          escape("%29", ")"),
          escape("%2A", "*"),
          escape("%2B", "+"),
          escape("%2C", ","),
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
          escape("%5F", "_"),
          escape("%7B", "{"),
          escape("%7C", "|"),
          escape("%7D", "}"),
          escape("%7E", "~"),
          escape("%25", "%"));

  /** The host in small letters, without a port. */
  String host() {
    String authority = part(part(part(part(column, "://", 2), "/", 1), "?", 1), "#", 1);
    return "nullif(lower(split_part(" + authority + ", ':', 1)), '')";
  }

  /** The path, at least a slash, where the address has a host. */
  String path() {
    String rest = "regexp_replace(" + column + ", " + BEFORE_THE_PATH + ", '')";
    return "case when "
        + column
        + " like '%://%' then coalesce(nullif("
        + part(part(rest, "?", 1), "#", 1)
        + ", ''), '/') else nullif("
        + part(part(column, "?", 1), "#", 1)
        + ", '') end";
  }

  /** What follows the first question mark, with an ampersand before it. */
  String query() {
    return "case when strpos(%1$s, '?') > 0 then '&' || split_part(substring(%1$s, strpos(%1$s, '?') + 1), '#', 1) end"
        .formatted(column);
  }

  /** A value of the query that the column holds. */
  static String parameter(String query, String name) {
    String written = part(part(query, "&" + name + "=", 2), "&", 1);
    String decoded = "replace(" + written + ", '+', ' ')";
    for (String[] escape : ESCAPES) {
      decoded = "replace(%s, '%s', '%s')".formatted(decoded, escape[0], escape[1]);
      String small = escape[0].toLowerCase(java.util.Locale.ROOT);
      if (!small.equals(escape[0])) {
        decoded = "replace(%s, '%s', '%s')".formatted(decoded, small, escape[1]);
      }
    }
    return "nullif(trim(case when strpos(%1$s, '%%') > 0 then %2$s else replace(%1$s, '+', ' ') end), '')"
        .formatted(written, decoded);
  }

  private static String part(String text, String separator, int number) {
    return "split_part(" + text + ", '" + separator + "', " + number + ")";
  }

  private static String[] escape(String written, String meant) {
    return new String[] {written, meant};
  }
}
