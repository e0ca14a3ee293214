package io.tributary.run;

import io.tributary.warehouse.StatementBatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Views whose columns change with the run that becomes live.
 *
 * @param statements make them anew where they change, in the transaction that makes the run live
 * @param comments say in transactions after that what columns mean, at most {@link #MOST_COMMENTS}
 */
public record ChangingViews(
    Function<StageContext, List<String>> statements,
    Function<StageContext, List<StatementBatch>> comments) {
  /** A project has none. */
  public static final ChangingViews NONE =
      new ChangingViews(context -> List.of(), context -> List.of());

  static final int MOST_COMMENTS = 10;

  Optional<StatementBatch> comments(StageContext context, int number) {
    List<StatementBatch> batches = comments.apply(context);
    return number < batches.size() ? Optional.of(batches.get(number)) : Optional.empty();
  }
}
