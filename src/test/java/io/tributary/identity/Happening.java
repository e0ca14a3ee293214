package io.tributary.identity;

import java.util.Comparator;
import java.util.List;

/** An event of a test: its identifiers in any order. */
record Happening(String id, long time, List<Identifier> identifiers) {
  static final Comparator<Happening> IN_ORDER =
      Comparator.comparingLong(Happening::time).thenComparing(Happening::id);

  Happening {
    identifiers = List.copyOf(identifiers);
  }

  static Happening of(String id, long time, String... identifiers) {
    return new Happening(
        id, time, List.of(identifiers).stream().map(Happening::identifier).toList());
  }

  static Identifier identifier(String text) {
    int colon = text.indexOf(':');
    return new Identifier(text.substring(0, colon), text.substring(colon + 1));
  }
}
