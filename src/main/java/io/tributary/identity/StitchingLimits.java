package io.tributary.identity;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;

/** How much one stitching takes within a Lambda function of 10 GB and 15 minutes. */
public final class StitchingLimits {
  /** At 9 bytes an identifier, 13 when it was stitched before: half of the memory. */
  public static final int MOST_IDENTIFIERS = 400_000_000;

  private StitchingLimits() {}

  /**
   * @throws DataException if there are more identifiers than one stitching holds
   */
  static void check(int identifiers) {
    if (identifiers > MOST_IDENTIFIERS) {
      throw new DataException(
          ErrorCode.NOT_AVAILABLE,
          "%,d identifiers are more than the %,d that one stitching holds; block or leave out a type of identifier that has a value an event."
              .formatted(identifiers, MOST_IDENTIFIERS));
    }
  }
}
