package io.tributary.functions.release;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Ends a run, well or not, and gives its lease back. */
@Named(ReleaseFunction.NAME)
@Singleton
public class ReleaseFunction extends StepFunction {
  static final String NAME = "release";

  public ReleaseFunction(Services services) {
    super(NAME, services);
  }
}
