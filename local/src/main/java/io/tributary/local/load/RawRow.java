package io.tributary.local.load;

import java.util.List;

/** A row of a raw file as it was read, with the line on which it begins (the header is line 1). */
public sealed interface RawRow {
  long line();

  /**
   * A row that fits its table.
   *
   * @param values one a column; null where the cell is empty
   */
  record Accepted(long line, List<String> values) implements RawRow {}

  /**
   * A row that could not be read.
   *
   * @param reason a sentence for the person who mends it
   * @param document the row as it stands in the file, cut to 4,000 characters
   */
  record Refused(long line, String reason, String document) implements RawRow {
    public Refused {
      document = cut(document.replace((char) 0, (char) 0xfffd));
    }

    private static String cut(String text) {
      if (text.length() <= LONGEST_DOCUMENT) {
        return text;
      }
      boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_DOCUMENT - 1));
      return text.substring(0, splitsPair ? LONGEST_DOCUMENT - 1 : LONGEST_DOCUMENT);
    }
  }

  /** The longest document that is kept of a refused row, in characters. */
  int LONGEST_DOCUMENT = 4_000;
}
