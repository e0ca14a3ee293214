package io.tributary.functions.bootstrap;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Makes the project's schemas, tables and views, or brings them to this release. */
@Named(BootstrapFunction.NAME)
@Singleton
public class BootstrapFunction extends StepFunction {
  static final String NAME = "bootstrap";

  public BootstrapFunction(Services services) {
    super(NAME, services);
  }
}
