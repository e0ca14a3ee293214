package io.tributary.run;

import java.util.List;

/**
 * What a stage did.
 *
 * @param note a sentence for the ledger; empty where there is nothing to say
 * @param warnings sentences for the user
 * @param buckets partitions of journeys that are to be sent
 */
public record StageResult(
    long rowsIn,
    long rowsOut,
    long rowsRejected,
    String note,
    List<String> warnings,
    List<Integer> buckets) {
  public StageResult {
    warnings = List.copyOf(warnings);
    buckets = List.copyOf(buckets);
  }

  public static StageResult of(long rowsIn, long rowsOut) {
    return new StageResult(rowsIn, rowsOut, 0, "", List.of(), List.of());
  }

  public static StageResult of(long rowsIn, long rowsOut, List<String> warnings) {
    return new StageResult(rowsIn, rowsOut, 0, String.join(" ", warnings), warnings, List.of());
  }
}
