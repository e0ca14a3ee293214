package io.tributary.identity;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;

/**
 * The identifiers of one stitching, numbered 1 to n in the order in which they were first seen:
 * event time, then priority, then type, then value. So the smallest number of a profile is the
 * identifier that its id comes from.
 */
public final class Identifiers {
  private final Components components;
  private final byte[] types;
  private final int typeCount;
  private int[] profiles;
  private int largestProfile;
  private int read;

  /**
   * @param count how many identifiers there are
   * @throws DataException if that is more than one stitching can hold
   */
  public Identifiers(int count, GuardRails rails) {
    StitchingLimits.checkIdentifiers(count);
    components = new Components(count);
    types = new byte[count + 1];
    typeCount = rails.types().size();
  }

  /**
   * Reads rows {@code number,type,component,profile}: the number of one identifier of the component
   * that it was in before, and the number that stands for the profile it was in before, each 0
   * where there was none. A profile has the number of the identifier that gave it its id, or one
   * from n + 1 to 2n where that identifier is gone.
   */
  public void read(NumberRows rows) {
    while (rows.next()) {
      read(rows, rows.get(0), rows.get(1), rows.get(2), rows.get(3));
    }
  }

  public int count() {
    return components.count();
  }

  /**
   * Sees to it that every identifier was read.
   *
   * @throws DataException if one was not
   */
  void complete() {
    if (read != count()) {
      throw new DataException(
          ErrorCode.INTERNAL,
          "Of " + count() + " identifiers only " + read + " were read; run the stage again.");
    }
  }

  Components components() {
    return components;
  }

  int type(int identifier) {
    return types[identifier];
  }

  /** The number that stands for the profile before, 0 where the identifier is new. */
  int profileBefore(int identifier) {
    return profiles == null ? 0 : profiles[identifier];
  }

  /** The largest number that stands for a profile before, 0 if there is none. */
  int largestProfileBefore() {
    return largestProfile;
  }

  /**
   * The number, as it came in a row.
   *
   * @throws DataException if there is no such identifier
   */
  int known(int number, NumberRows rows) {
    if (number < 1 || number > count()) {
      throw rows.broken("there is no identifier " + number + " among " + count());
    }
    return number;
  }

  private void read(NumberRows rows, int number, int type, int component, int profile) {
    known(number, rows);
    if (type < 1 || type > typeCount) {
      throw rows.broken("there is no type " + type + " among " + typeCount);
    }
    if (types[number] != 0) {
      throw rows.broken("identifier " + number + " is there twice");
    }
    types[number] = (byte) type;
    read++;
    if (component != 0) {
      components.join(number, known(component, rows));
    }
    if (profile > 2L * count()) {
      throw rows.broken("there is no profile " + profile);
    }
    if (profile != 0) {
      largestProfile = Math.max(largestProfile, profile);
      if (profiles == null) {
        profiles = new int[types.length];
      }
      profiles[number] = profile;
    }
  }
}
