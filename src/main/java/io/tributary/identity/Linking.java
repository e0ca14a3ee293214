package io.tributary.identity;

import io.tributary.error.DataException;
import java.util.BitSet;

/**
 * The first step of stitching: the connected components of what shares an event. Where a component
 * breaks no guard rail it is a profile; the others wait for the {@link Replay} of their events.
 */
public final class Linking {
  private final Identifiers identifiers;
  private final GuardRails rails;
  private final Corrections corrections;
  private long links;

  public Linking(Identifiers identifiers, GuardRails rails, Corrections corrections) {
    this.identifiers = identifiers;
    this.rails = rails;
    this.corrections = corrections;
    for (Corrections.Pair pair : corrections.same()) {
      identifiers.components().join(pair.one(), pair.other());
    }
  }

  /**
   * Joins what stands in one row, in any order: a row is an event's identifiers by their numbers,
   * or two of them; 0 stands for none.
   *
   * @throws DataException if there come more rows than one stitching takes
   */
  public void add(NumberRows events) {
    Components components = identifiers.components();
    while (events.next()) {
      links++;
      int first = 0;
      for (int position = 0; position < events.size(); position++) {
        int number = events.get(position);
        if (number != 0) {
          identifiers.known(number, events);
          if (first == 0) {
            first = number;
          } else {
            components.join(first, number);
          }
        }
      }
    }
    StitchingLimits.checkLinks(links);
  }

  /** How many rows were read. */
  public long links() {
    return links;
  }

  /** The components, and the profiles of those that break no guard rail. */
  public Labels finish() {
    identifiers.complete();
    Components components = identifiers.components();
    components.flatten();
    BitSet breaking = BreakingComponents.find(identifiers, rails, corrections);
    return new Labels(
        components,
        identifier -> {
          int component = components.first(identifier);
          return breaking.get(component) ? Labels.PENDING : component;
        });
  }
}
