package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Exit;
import io.tributary.local.states.definition.State;
import io.tributary.local.states.history.Details;
import io.tributary.local.states.jsonata.QueryFailure;
import io.tributary.local.states.jsonata.Template;
import io.tributary.local.states.jsonata.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One stay in a state, from entering it to leaving it. */
final class Visit {
  private final FlowRun flow;
  private final State state;
  private final Payload input;
  private final Instant entered;
  private final Recovery recovery;
  private long retryCount;
  private Optional<String> token = Optional.empty();
  private Attempt attempt;

  Visit(FlowRun flow, State state, Payload input) {
    this.flow = flow;
    this.state = state;
    this.input = input;
    this.entered = flow.execution().engine().timeline().clock().instant();
    this.recovery = new Recovery(this);
  }

  void begin() {
    attempt = new Attempt(this, recovery);
    attempt.run(() -> state.match(new Beginning(this, attempt)));
  }

  void beginAgain() {
    retryCount++;
    flow.execution().countTransition();
    begin();
  }

  /** The wait before another try: it can be cancelled as a try can. */
  Attempt pause() {
    attempt = new Attempt(this, recovery);
    return attempt;
  }

  void cancel() {
    attempt.close();
  }

  FlowRun flow() {
    return flow;
  }

  Engine engine() {
    return flow.execution().engine();
  }

  State state() {
    return state;
  }

  Payload input() {
    return input;
  }

  void useToken(String issued) {
    token = Optional.of(issued);
  }

  /** Evaluates a field that sees the input and the context. */
  Object evaluate(Template template, String field) {
    return evaluate(template, field, Map.of());
  }

  /** Evaluates a field that also sees more members of {@code $states}. */
  Object evaluate(Template template, String field, Map<String, Object> more) {
    if (template instanceof Template.Literal literal) {
      return literal.value();
    }
    return evaluateIn(bindings(more, flow.mapItem()), template, field);
  }

  /** Evaluates a field for one item of a Map. */
  Object evaluateForItem(Template template, String field, Map<String, Object> item) {
    return evaluateIn(bindings(Map.of(), Optional.of(item)), template, field);
  }

  private Object evaluateIn(Map<String, Object> bindings, Template template, String field) {
    try {
      return template.evaluate(bindings);
    } catch (QueryFailure e) {
      throw evaluationFailed(field, e.getMessage());
    }
  }

  /** Notes in the history that a field could not be evaluated, and gives what to throw. */
  StateFailure evaluationFailed(String field, String cause) {
    StatesError error = new StatesError(StatesError.QUERY, cause);
    flow.append(
        "EvaluationFailed",
        new Details()
            .error(error.name(), error.cause())
            .with("location", field)
            .with("state", state.name()));
    return new StateFailure(error);
  }

  /**
   * Leaves the state by one of its exits.
   *
   * @param plain what is handed on when the exit has no Output
   * @param more what Output and Assign see in {@code $states} besides input and context
   */
  void leave(Exit exit, Object plain, Map<String, Object> more) {
    Map<String, Object> bindings = bindings(more, flow.mapItem());
    Object value =
        exit.output().isPresent() ? evaluateIn(bindings, exit.output().get(), "Output") : plain;
    Map<String, Object> assigned = new LinkedHashMap<>();
    exit.assign()
        .forEach(
            (name, template) ->
                assigned.put(name, evaluateIn(bindings, template, "Assign/" + name)));
    Payload output =
        value == input.value() ? input : Payload.of(value, "The output of the state " + named());
    if (!assigned.isEmpty()) {
      Payload.of(assigned, "What Assign sets in the state " + named());
    }
    exited(output, assigned);
    flow.variables().assign(assigned);
    flow.goOn(exit.next(), output);
  }

  /** Notes that the state was left. */
  void exited(Payload output, Map<String, Object> assigned) {
    Details details = new Details().with("name", state.name()).output(output.text());
    if (!assigned.isEmpty()) {
      Map<String, String> texts = new LinkedHashMap<>();
      assigned.forEach((name, value) -> texts.put(name, Values.text(value)));
      details.with("assignedVariables", texts);
    }
    engine().countExit(state.name());
    flow.append(state.type() + "StateExited", details);
  }

  private Map<String, Object> bindings(
      Map<String, Object> more, Optional<Map<String, Object>> item) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("input", input.value());
    states.put("context", new Context(flow.execution()).of(this, token, item));
    states.putAll(more);
    Map<String, Object> bindings = flow.variables().visible();
    bindings.put("states", states);
    return bindings;
  }

  String named() {
    return "'" + state.name() + "'";
  }

  Instant entered() {
    return entered;
  }

  long retryCount() {
    return retryCount;
  }
}
