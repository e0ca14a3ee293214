package io.tributary.run;

import io.tributary.warehouse.StatementBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The parts of a stage whose number depends on the run. What a call finds out about the run serves
 * all parts that it looks at.
 */
public final class NumberedParts {
  private final Function<StageContext, IntFunction<Optional<StatementBatch>>> look;
  private IntFunction<Optional<StatementBatch>> batches;

  private NumberedParts(Function<StageContext, IntFunction<Optional<StatementBatch>>> look) {
    this.look = look;
  }

  /**
   * @param most more than any run needs; those beyond a run's last are empty
   * @param look gives the transactions of a run by their number, from 0
   */
  public static List<StagePart> of(
      int most, Function<StageContext, IntFunction<Optional<StatementBatch>>> look) {
    NumberedParts parts = new NumberedParts(look);
    return IntStream.range(0, most)
        .<StagePart>mapToObj(number -> context -> parts.batch(context, number))
        .toList();
  }

  private Optional<StatementBatch> batch(StageContext context, int number) {
    if (batches == null) {
      batches = look.apply(context);
    }
    return batches.apply(number);
  }
}
