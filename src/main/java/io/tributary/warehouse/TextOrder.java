package io.tributary.warehouse;

import java.util.Comparator;

/** How the warehouse orders text, which is not how {@link String} does. */
public final class TextOrder {
  /**
   * By code points, and so by the bytes of UTF-8. Strings compare by UTF-16 units, in which what is
   * beyond U+FFFF comes before U+E000.
   */
  public static final Comparator<String> BY_CODE_POINT = TextOrder::compare;

  private TextOrder() {}

  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int at = 0; at < length; at++) {
      char unit = one.charAt(at);
      char another = other.charAt(at);
      if (unit != another) {
        return Integer.compare(rank(unit), rank(another));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  /** Half of a code point beyond U+FFFF comes after all that are whole. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }
}
