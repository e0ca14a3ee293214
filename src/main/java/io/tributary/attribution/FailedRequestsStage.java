package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.error.PipelineException;
import io.tributary.run.Stage;
import io.tributary.run.StageContext;
import io.tributary.run.StagePart;
import io.tributary.run.StageResult;
import java.util.List;
import java.util.Optional;

/**
 * Ends a run whose requests could not all be packed and sent, and loads what its workers kept until
 * then. The state machine comes here only then: of what failed inside the map it knows no more than
 * that too much did.
 */
public final class FailedRequestsStage implements Stage {
  public static final String NAME = "attribute";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<StagePart> parts() {
    return new LeftBehind("stopped").parts();
  }

  @Override
  public StageResult finish(StageContext context) {
    Optional<PipelineException> stopped =
        new StopMarker(context.objects()).find(context.folder()).map(PipelineException.class::cast);
    throw stopped.orElseGet(
        () ->
            new PermanentException(
                ErrorCode.INTERNAL,
                "The journeys could not be packed or sent; the map run 'Bucket' of the execution "
                    + context.plan().execution()
                    + " says why. Run again: what is answered is not paid again."));
  }
}
