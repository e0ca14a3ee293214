package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.List;

/** Which stages of the chain a run takes. Each needs those before it. */
public final class StageChoice {
  /** The chain, in order. */
  static final List<String> CHAIN =
      List.of("extract", "journeys", "attribute", "credit", "report", "publish");

  private static final List<String> CALCULATED = CHAIN.subList(0, CHAIN.size() - 1);

  private StageChoice() {}

  /**
   * The stages of a run.
   *
   * @throws UserException if a stage of {@code only} does not exist
   */
  public static List<String> of(List<String> only, boolean publish) {
    int last = -1;
    for (String stage : only) {
      int position = CALCULATED.indexOf(stage);
      if (position < 0) {
        throw new UserException(
            ErrorCode.NOT_AVAILABLE,
            "There is no stage '"
                + stage
                + "' to run with --only; choose among "
                + String.join(", ", CALCULATED)
                + ".");
      }
      last = Math.max(last, position);
    }
    boolean whole = only.isEmpty() || last == CALCULATED.size() - 1;
    if (whole) {
      return publish ? CHAIN : CALCULATED;
    }
    return CALCULATED.subList(0, last + 1);
  }
}
