package io.tributary.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tributary.step.Figure;
import io.tributary.step.Figures;
import java.util.List;
import java.util.Map;

/**
 * What a stage did.
 *
 * @param note a sentence for the ledger; empty where there is nothing to say
 * @param warnings sentences for the user
 * @param buckets partitions of journeys that are to be sent
 * @param figures what the stage counted beside rows, for the operators' metrics
 */
public record StageResult(
    long rowsIn,
    long rowsOut,
    long rowsRejected,
    String note,
    List<String> warnings,
    List<Integer> buckets,
    Map<Figure, Long> figures) {
  private static final String LEFT_OUT = "left out of this run";

  public StageResult {
    warnings = List.copyOf(warnings);
    buckets = List.copyOf(buckets);
    figures = figures == null ? Map.of() : Map.copyOf(figures);
  }

  /** Nothing was counted beside rows. */
  public StageResult(
      long rowsIn,
      long rowsOut,
      long rowsRejected,
      String note,
      List<String> warnings,
      List<Integer> buckets) {
    this(rowsIn, rowsOut, rowsRejected, note, warnings, buckets, Map.of());
  }

  /** The stage had no part in the run. */
  public static StageResult leftOut() {
    return new StageResult(0, 0, 0, LEFT_OUT, List.of(), List.of());
  }

  /** Whether the stage had a part in the run. */
  @JsonIgnore
  public boolean isLeftOut() {
    return note.equals(LEFT_OUT);
  }

  void count(Figures counts) {
    counts.add(Figure.ROWS_IN, rowsIn);
    counts.add(Figure.ROWS_OUT, rowsOut);
    counts.add(Figure.ROWS_REJECTED, rowsRejected);
    figures.forEach(counts::add);
  }

  public static StageResult of(long rowsIn, long rowsOut) {
    return new StageResult(rowsIn, rowsOut, 0, "", List.of(), List.of());
  }

  public static StageResult of(long rowsIn, long rowsOut, List<String> warnings) {
    return new StageResult(rowsIn, rowsOut, 0, String.join(" ", warnings), warnings, List.of());
  }
}
