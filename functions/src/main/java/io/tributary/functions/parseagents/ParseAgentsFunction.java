package io.tributary.functions.parseagents;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Parses the user agents that no run has seen before. */
@Named(ParseAgentsFunction.NAME)
@Singleton
public class ParseAgentsFunction extends StepFunction {
  static final String NAME = "parse-agents";

  public ParseAgentsFunction(Services services) {
    super(NAME, services);
  }
}
