package io.tributary.functions.failrequest;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Ends the requests that became dead letters. */
@Named(FailRequestFunction.NAME)
@Singleton
public class FailRequestFunction extends StepFunction {
  static final String NAME = "fail-request";

  public FailRequestFunction(Services services) {
    super(NAME, services);
  }
}
