package io.tributary.run;

import io.tributary.warehouse.StatementBatch;
import java.util.Optional;

/** A transaction of a stage; empty where this run has nothing to do in it. */
@FunctionalInterface
public interface StagePart {
  Optional<StatementBatch> batch(StageContext context);
}
