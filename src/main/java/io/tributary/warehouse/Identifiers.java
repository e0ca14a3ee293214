package io.tributary.warehouse;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one place where names and literals that no parameter can carry become SQL text. */
public final class Identifiers {
  private static final Pattern URI = Pattern.compile("s3://[a-z0-9.-]+/[A-Za-z0-9._/=:-]*");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+");

  private Identifiers() {}

  /** A name in double quotes; Redshift folds names to lower case, so this one is folded too. */
  public static String quote(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A name in SQL is neither empty nor holds NUL");
    }
    return '"' + name.toLowerCase(Locale.ROOT).replace("\"", "\"\"") + '"';
  }

  /** {@code schema.table}, each part quoted. */
  public static String quoteTable(String table) {
    int dot = table.indexOf('.');
    return dot < 0
        ? quote(table)
        : quote(table.substring(0, dot)) + "." + quote(table.substring(dot + 1));
  }

  /** An object address as a literal, for COPY and UNLOAD. */
  public static String uri(String uri) {
    return literal(URI, uri);
  }

  /** A role as a literal, for COPY and UNLOAD. */
  public static String role(String arn) {
    return literal(ROLE, arn);
  }

  /** A text from validated configuration as a literal, where no parameter can stand. */
  public static String text(String text) {
    if (text.indexOf('\\') >= 0 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A text in SQL holds neither backslash nor NUL");
    }
    return "'" + text.replace("'", "''") + "'";
  }

  private static String literal(Pattern allowed, String text) {
    if (!allowed.matcher(text).matches()) {
      throw new IllegalArgumentException("Not allowed in SQL text: " + text);
    }
    return "'" + text + "'";
  }
}
