package io.tributary.expression;

import io.tributary.warehouse.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of an expression as SQL. */
final class Literals {
  private static final String BACKSLASH = "chr(92)";

  private Literals() {}

  /**
   * The text as an SQL expression. A backslash, which would escape what follows, becomes its code;
   * {@code (?} is parted, so that no one takes it for a pattern.
   */
  static String text(String text) {
    List<String> parts = new ArrayList<>();
    String[] pieces = text.split("\\\\", -1);
    for (int piece = 0; piece < pieces.length; piece++) {
      if (piece > 0) {
        parts.add(BACKSLASH);
      }
      parts.addAll(quoted(pieces[piece]));
    }
    if (parts.isEmpty()) {
      return Identifiers.text("");
    }
    return parts.size() == 1
        ? parts.get(0)
        : parts.stream().collect(Collectors.joining(" || ", "(", ")"));
  }

  private static List<String> quoted(String piece) {
    List<String> quoted = new ArrayList<>();
    int from = 0;
    for (int at = piece.indexOf("(?"); at >= 0; at = piece.indexOf("(?", from)) {
      quoted.add(Identifiers.text(piece.substring(from, at + 1)));
      from = at + 1;
    }
    if (from < piece.length()) {
      quoted.add(Identifiers.text(piece.substring(from)));
    }
    return quoted;
  }
}
