package io.tributary.local.cloud;

import io.tributary.local.functions.FunctionEnvironment;
import io.tributary.step.StepDefinition;
import java.util.function.Supplier;

/** Runs the functions of a local cloud in another process than its own. */
@FunctionalInterface
public interface FunctionHost {
  /** What makes the environments of the step's function. */
  Supplier<FunctionEnvironment> environmentsOf(StepDefinition step, CloudAddresses cloud);
}
