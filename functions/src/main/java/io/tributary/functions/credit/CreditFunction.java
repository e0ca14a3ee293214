package io.tributary.functions.credit;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Gives credit to sessions by every model. */
@Named(CreditFunction.NAME)
@Singleton
public class CreditFunction extends StepFunction {
  static final String NAME = "credit";

  public CreditFunction(Services services) {
    super(NAME, services);
  }
}
