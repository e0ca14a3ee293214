package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.List;
import java.util.Set;

/** Which stages of the chain a run takes. Each needs those before it. */
public final class StageChoice {
  /** The chain, in order. */
  static final List<String> CHAIN =
      List.of(
          "extract",
          "encode",
          "stitch",
          "context",
          "attributes",
          "journeys",
          "attribute",
          "credit",
          "report",
          "publish");

  private static final Set<String> OF_IDENTITY =
      Set.of("encode", "stitch", "context", "attributes");

  private StageChoice() {}

  /**
   * The stages of a run.
   *
   * @param stitches whether the project has identity
   * @throws UserException if a stage of {@code only} does not exist
   */
  public static List<String> of(List<String> only, boolean publish, boolean stitches) {
    List<String> chain =
        CHAIN.stream().filter(stage -> stitches || !OF_IDENTITY.contains(stage)).toList();
    List<String> calculated = chain.subList(0, chain.size() - 1);
    int last = -1;
    for (String stage : only) {
      int position = calculated.indexOf(stage);
      if (position < 0) {
        throw new UserException(
            ErrorCode.NOT_AVAILABLE,
            "There is no stage '"
                + stage
                + "' to run with --only; choose among "
                + String.join(", ", calculated)
                + ".");
      }
      last = Math.max(last, position);
    }
    boolean whole = only.isEmpty() || last == calculated.size() - 1;
    if (whole) {
      return publish ? chain : calculated;
    }
    return calculated.subList(0, last + 1);
  }
}
