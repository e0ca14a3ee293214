package io.tributary.functions.report;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Sums credit, revenue and cost by channel and day. */
@Named(ReportFunction.NAME)
@Singleton
public class ReportFunction extends StepFunction {
  static final String NAME = "report";

  public ReportFunction(Services services) {
    super(NAME, services);
  }
}
