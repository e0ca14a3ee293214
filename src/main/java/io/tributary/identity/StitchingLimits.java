package io.tributary.identity;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import java.util.Locale;

/**
 * How much one stitching takes within a Lambda function of 10 GB and 15 minutes, with room: by
 * memory and time measured for a hundred million links and fifteen million identifiers.
 */
public final class StitchingLimits {
  /** At 9 bytes an identifier, 13 when it was stitched before, and 4 while they are counted. */
  public static final int MOST_IDENTIFIERS = 400_000_000;

  /** At a quarter of a microsecond to read and join one; a link takes no memory. */
  public static final long MOST_LINKS = 1_000_000_000;

  /** At 8 bytes an event and 4 for each of its identifiers, twice while there come more. */
  public static final int MOST_ORDERED_EVENTS = 100_000_000;

  private static final long BYTES_OF_AN_IDENTIFIER = 17;

  /** Of two or three identifiers, twice while there come more. */
  private static final long BYTES_OF_AN_ORDERED_EVENT = 36;

  private static final long MEGABYTE = 1 << 20;

  private StitchingLimits() {}

  /**
   * Refuses what the memory does not hold.
   *
   * @param memory in bytes
   * @throws DataException if more is needed
   */
  static void checkMemory(Numbering numbering, long memory) {
    long needed =
        BYTES_OF_AN_IDENTIFIER * numbering.identifiers()
            + BYTES_OF_AN_ORDERED_EVENT * numbering.events();
    if (needed > memory) {
      throw new DataException(
          ErrorCode.NOT_AVAILABLE,
          String.format(
              Locale.ROOT,
              "%,d identifiers and %,d events in their order need %,d MB of memory, and stitching"
                  + " has %,d; give it more, on AWS by the parameter LinkMemory of the stack.",
              numbering.identifiers(),
              numbering.events(),
              needed / MEGABYTE,
              memory / MEGABYTE));
    }
  }

  /**
   * Refuses more identifiers than one stitching holds.
   *
   * @throws DataException if there are more
   */
  public static void checkIdentifiers(long count) {
    check(count, MOST_IDENTIFIERS, "identifiers", "leave out a type that has a value an event");
  }

  /**
   * Refuses more links, which are rows of events' identifiers.
   *
   * @throws DataException if there are more
   */
  public static void checkLinks(long count) {
    check(count, MOST_LINKS, "links between identifiers", "stitch a shorter time first");
  }

  /**
   * Refuses more events of components that break a guard rail.
   *
   * @throws DataException if there are more
   */
  public static void checkOrderedEvents(long count) {
    check(
        count,
        MOST_ORDERED_EVENTS,
        "events that guard rails have to be held to in their order",
        "block the values that connect them");
  }

  private static void check(long count, long most, String what, String mend) {
    if (count > most) {
      throw new DataException(
          ErrorCode.NOT_AVAILABLE,
          String.format(
              Locale.ROOT,
              "%,d %s are more than the %,d that one stitching takes; %s.",
              count,
              what,
              most,
              mend));
    }
  }
}
