package io.tributary.functions.plan;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Takes the lease, checks the project and fixes what the run will do. */
@Named(PlanFunction.NAME)
@Singleton
public class PlanFunction extends StepFunction {
  static final String NAME = "plan";

  public PlanFunction(Services services) {
    super(NAME, services);
  }
}
