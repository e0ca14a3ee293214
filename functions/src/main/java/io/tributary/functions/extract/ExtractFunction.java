package io.tributary.functions.extract;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Copies what a run reads into typed tables of its own, and refuses what cannot be used. */
@Named(ExtractFunction.NAME)
@Singleton
public class ExtractFunction extends StepFunction {
  static final String NAME = "extract";

  public ExtractFunction(Services services) {
    super(NAME, services);
  }
}
