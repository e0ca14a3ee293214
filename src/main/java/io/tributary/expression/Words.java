package io.tributary.expression;

import java.util.Collection;
import java.util.stream.Collectors;

/** How names and pieces of an expression are shown in a sentence: short, and on one line. */
final class Words {
  private static final int LONGEST = 100;
  private static final int SOME = 12;

  private Words() {}

  /** One name in backticks. */
  static String quoted(String name) {
    return '`' + shortened(name) + '`';
  }

  /** The first few names in backticks, and how many more there are. */
  static String some(Collection<String> names) {
    String first = names.stream().limit(SOME).map(Words::quoted).collect(Collectors.joining(", "));
    return names.size() > SOME ? first + " and " + (names.size() - SOME) + " more" : first;
  }

  private static String shortened(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    int end =
        clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
    return end < clean.length() ? clean.substring(0, end) + "…" : clean;
  }
}
