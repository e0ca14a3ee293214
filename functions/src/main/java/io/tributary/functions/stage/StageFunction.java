package io.tributary.functions.stage;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Runs any set-based stage, by its name. */
@Named(StageFunction.NAME)
@Singleton
public class StageFunction extends StepFunction {
  static final String NAME = "stage";

  public StageFunction(Services services) {
    super(NAME, services);
  }
}
