package io.tributary.functions.batch;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Packs the journeys of one partition into requests. */
@Named(BatchFunction.NAME)
@Singleton
public class BatchFunction extends StepFunction {
  static final String NAME = "batch";

  public BatchFunction(Services services) {
    super(NAME, services);
  }
}
