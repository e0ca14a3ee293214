package io.tributary.local.functions;

import io.tributary.step.Invocation;

/** Where a function's code runs. It is kept between calls and has one call at a time. */
@FunctionalInterface
public interface FunctionEnvironment {
  /** Calls the function, JSON in and JSON out; an interrupted caller does not want the answer. */
  String call(String input, Invocation invocation) throws FunctionFailure;
}
