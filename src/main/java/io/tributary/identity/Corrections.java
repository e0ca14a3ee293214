package io.tributary.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operator knows better, over the numbers of one stitching: pairs that are the same person,
 * joined before all else and whatever the limits say, and pairs that are different persons, never
 * in one profile. An identifier that no event carries has no number and no effect.
 */
public record Corrections(List<Pair> same, List<Pair> different) {
  private static final int SAME = 1;
  private static final int DIFFERENT = 2;

  public Corrections {
    same = List.copyOf(same);
    different = List.copyOf(different);
  }

  /** Two identifiers by their numbers. */
  public record Pair(int one, int other) {}

  public static Corrections none() {
    return new Corrections(List.of(), List.of());
  }

  /** All of several parts, in the order of the parts. */
  static Corrections of(List<Corrections> parts) {
    return new Corrections(
        parts.stream().flatMap(part -> part.same().stream()).toList(),
        parts.stream().flatMap(part -> part.different().stream()).toList());
  }

  /** Reads rows {@code verdict,one,other}, where the verdict 1 is the same and 2 is different. */
  public static Corrections read(NumberRows rows, Identifiers identifiers) {
    List<Pair> same = new ArrayList<>();
    List<Pair> different = new ArrayList<>();
    while (rows.next()) {
      int one = identifiers.known(rows.get(1), rows);
      Pair pair = new Pair(one, identifiers.known(rows.get(2), rows));
      switch (rows.get(0)) {
        case SAME -> same.add(pair);
        case DIFFERENT -> different.add(pair);
        default -> throw rows.broken("its verdict is neither 1 nor 2");
      }
    }
    return new Corrections(same, different);
  }
}
