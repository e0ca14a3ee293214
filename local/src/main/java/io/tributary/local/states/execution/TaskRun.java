package io.tributary.local.states.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.definition.Resource;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.jsonata.Values;
import io.tributary.local.states.tokens.TaskTokens;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;

/** A Task: calls its resource and waits for the answer, the token or the started execution. */
final class TaskRun {
  private final Visit visit;
  private final Attempt attempt;
  private final State.Task state;
  private final TaskEvents events;
  private final TaskTokens tokens;
  private String token = "";
  private boolean submitted;
  private Outcome early;

  TaskRun(Visit visit, Attempt attempt, State.Task state) {
    this.visit = visit;
    this.attempt = attempt;
    this.state = state;
    this.events = new TaskEvents(visit.flow(), state.resource());
    this.tokens = visit.engine().tokens();
  }

  void start() {
    if (completion() == Resource.Completion.TOKEN) {
      token = tokens.issue();
      visit.useToken(token);
    }
    Payload arguments = arguments();
    NumberField numbers = new NumberField(visit);
    OptionalLong timeout = numbers.whole(state.timeoutSeconds(), "TimeoutSeconds", 1);
    OptionalLong heartbeat = numbers.whole(state.heartbeatSeconds(), "HeartbeatSeconds", 1);
    events.scheduled(arguments.text(), timeout, heartbeat);
    if (!token.isEmpty()) {
      awaitToken();
    }
    new TaskTimers(visit, attempt, token, this::timedOut).start(timeout, heartbeat);
    attempt.then(
        visit.engine().integrations().call(state.resource(), arguments.value()),
        this::answered,
        this::failed);
  }

  private Resource.Completion completion() {
    return state.resource().completion();
  }

  private Payload arguments() {
    Object plain =
        state.resource().service() == Resource.Service.FUNCTION ? visit.input().value() : Map.of();
    Object value =
        state.arguments().map(template -> visit.evaluate(template, "Arguments")).orElse(plain);
    return Payload.of(value, "The input of the task " + visit.named());
  }

  private void awaitToken() {
    tokens.await(token, answer -> attempt.runLater(() -> tokenCame(outcome(answer))));
    attempt.onClose(() -> tokens.close(token));
  }

  private static Outcome outcome(TaskTokens.Answer answer) {
    if (answer instanceof TaskTokens.Answer.Failed failed) {
      return new Outcome.Failure(new StatesError(failed.error(), failed.cause()));
    }
    try {
      return new Outcome.Success(Values.parse(((TaskTokens.Answer.Succeeded) answer).output()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A token was answered with text that is no JSON", e);
    }
  }

  /** A token can come back before the answer to the call that carried it away. */
  private void tokenCame(Outcome outcome) {
    if (submitted) {
      finish(outcome);
    } else {
      early = outcome;
    }
  }

  private void answered(Object answer) {
    switch (completion()) {
      case ANSWER -> succeed(answer);
      case TOKEN -> {
        submit(answer);
        if (early != null) {
          finish(early);
        }
      }
      case EXECUTION -> {
        submit(answer);
        new ChildWait(visit, attempt, this::finish).start(answer);
      }
    }
  }

  private void submit(Object answer) {
    submitted = true;
    events.submitted(Values.text(answer));
  }

  private void finish(Outcome outcome) {
    if (outcome instanceof Outcome.Success success) {
      succeed(success.value());
    } else if (outcome instanceof Outcome.Failure failure) {
      failed(failure.error());
    }
  }

  private void succeed(Object result) {
    Payload output = Payload.of(result, "The result of the task " + visit.named());
    events.succeeded(output.text());
    attempt.leave(state.exit(), result, Collections.singletonMap("result", result));
  }

  private void failed(StatesError error) {
    events.failed(error);
    attempt.fail(error);
  }

  private void timedOut(StatesError error) {
    events.timedOut(error);
    attempt.fail(error);
  }
}
