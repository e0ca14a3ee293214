package io.tributary.identity;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Events for the ordered pass, 8 bytes for each identifier of each. Read in any order, they are
 * taken by number, which is their order of event time, then event id; the identifiers of an event
 * by priority, and within a type as they were first seen.
 */
public final class OrderedEvents {
  private final Identifiers identifiers;
  private final BitSet fresh = new BitSet();
  private long[] pairs = new long[1024];
  private int size;
  private int at;
  private int event;
  private int[] taken = new int[16];
  private int takenSize;

  public OrderedEvents(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  /**
   * Reads rows {@code event,fresh,identifier,…}: the event's number from 1; 1 where the last
   * stitching did not have it, else 0; its identifiers by their numbers, 0 for none.
   */
  public void read(NumberRows rows) {
    while (rows.next()) {
      int number = rows.get(0);
      if (number == 0) {
        throw rows.broken("an event's number is missing");
      }
      if (rows.get(1) != 0) {
        fresh.set(number);
      }
      for (int position = 2; position < rows.size(); position++) {
        if (rows.get(position) != 0) {
          add(number, identifiers.known(rows.get(position), rows));
        }
      }
    }
  }

  void add(int number, int identifier) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size + size / 2);
    }
    pairs[size++] = (long) number << 32 | identifier;
  }

  /** Goes back before the first event. */
  void rewind() {
    Arrays.sort(pairs, 0, size);
    at = 0;
  }

  /** Goes to the next event; false after the last. */
  boolean next() {
    if (at == size) {
      return false;
    }
    event = event(at);
    int from = at;
    while (at < size && event(at) == event) {
      at++;
    }
    take(from);
    return true;
  }

  /** The event's number. */
  int event() {
    return event;
  }

  boolean fresh() {
    return fresh.get(event);
  }

  /** How many different identifiers the event has. */
  int size() {
    return takenSize;
  }

  /** An identifier of the event, from 0, the one of the highest priority. */
  int identifier(int position) {
    return taken[position];
  }

  private int event(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  /** They stand in order of number already, so it is enough to pick them type by type. */
  private void take(int from) {
    takenSize = 0;
    if (at - from > taken.length) {
      taken = new int[at - from];
    }
    int most = 0;
    for (int pair = from; pair < at; pair++) {
      most = Math.max(most, identifiers.type((int) pairs[pair]));
    }
    for (int type = 1; type <= most; type++) {
      for (int pair = from; pair < at; pair++) {
        boolean repeated = pair > from && pairs[pair] == pairs[pair - 1];
        if (!repeated && identifiers.type((int) pairs[pair]) == type) {
          taken[takenSize++] = (int) pairs[pair];
        }
      }
    }
  }
}
