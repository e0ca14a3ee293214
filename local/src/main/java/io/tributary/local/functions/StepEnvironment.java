package io.tributary.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.step.Invocation;
import io.tributary.step.Step;

/** A step in this process. */
final class StepEnvironment<I, O> implements FunctionEnvironment {
  private final Step<I, O> step;
  private final ObjectMapper json;

  StepEnvironment(Step<I, O> step, ObjectMapper json) {
    this.step = step;
    this.json = json;
  }

  @Override
  public String call(String input, Invocation invocation) throws FunctionFailure {
    try {
      I read = json.readValue(input, step.inputType());
      return json.writeValueAsString(step.run(read, invocation));
    } catch (JsonProcessingException | RuntimeException | Error thrown) {
      throw FunctionFailure.thrown(thrown);
    }
  }
}
