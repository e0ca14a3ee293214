package io.tributary.identity;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Events for the ordered pass, in 8 bytes an event and 4 for each of its identifiers. Read in any
 * order, they are taken by number, which is their order of event time, then event id.
 */
public final class OrderedEvents {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final Identifiers identifiers;
  private final BitSet fresh = new BitSet();
  private final int[] starts;

  /** For each event how many identifiers it has, then these; the first place stays unused. */
  private int[] rows = new int[1024];

  private int end = 1;
  private int read;
  private int event;

  /**
   * @param count how many events there are
   * @throws DataException if that is more than one stitching takes
   */
  public OrderedEvents(Identifiers identifiers, int count) {
    StitchingLimits.checkOrderedEvents(count);
    this.identifiers = identifiers;
    starts = new int[count + 1];
  }

  /**
   * Reads rows {@code event,fresh,identifier,…}: the event's number from 1; 1 where the last
   * stitching did not have it, else 0; the numbers of its identifiers, each once, in order of
   * priority, then of value, and 0 for none.
   */
  public void read(NumberRows events) {
    while (events.next()) {
      int number = events.get(0);
      if (number < 1 || number >= starts.length) {
        throw events.broken("there is no event " + number + " among " + (starts.length - 1));
      }
      if (starts[number] != 0) {
        throw events.broken("event " + number + " is there twice");
      }
      if (events.get(1) != 0) {
        fresh.set(number);
      }
      add(number, events);
    }
  }

  /**
   * Goes back before the first event.
   *
   * @throws DataException if an event was not read
   */
  void rewind() {
    int count = starts.length - 1;
    if (read != count) {
      throw new DataException(
          ErrorCode.INTERNAL,
          "Of " + count + " events only " + read + " were read; run the stage again.");
    }
    event = 0;
  }

  /** Goes to the next event; false after the last. */
  boolean next() {
    event++;
    return event < starts.length;
  }

  /** The event's number. */
  int event() {
    return event;
  }

  boolean fresh() {
    return fresh.get(event);
  }

  /** How many identifiers the event has. */
  int size() {
    return rows[starts[event]];
  }

  /** An identifier of the event, from 0, the one of the highest priority. */
  int identifier(int position) {
    return rows[starts[event] + 1 + position];
  }

  private void add(int number, NumberRows events) {
    if (end + events.size() > rows.length) {
      long larger = Math.max(end + (long) events.size(), rows.length + rows.length / 2L);
      rows = Arrays.copyOf(rows, (int) Math.min(LARGEST_ARRAY, larger));
    }
    starts[number] = end;
    int length = end++;
    for (int position = 2; position < events.size(); position++) {
      if (events.get(position) != 0) {
        rows[end++] = identifiers.known(events.get(position), events);
      }
    }
    rows[length] = end - length - 1;
    read++;
  }
}
