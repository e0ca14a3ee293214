package io.tributary.local.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the Retry and Catch fields of a state. */
final class Errors {
  private static final String ALL = "States.ALL";
  private static final Set<String> RETRIER =
      Set.of(
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy",
          "Comment");
  private static final Set<String> CATCHER =
      Set.of("ErrorEquals", "Next", "Output", "Assign", "Comment");
  private static final Set<String> RESERVED =
      Set.of(
          ALL,
          "States.DataLimitExceeded",
          "States.ExceedToleratedFailureThreshold",
          "States.HeartbeatTimeout",
          "States.NoChoiceMatched",
          "States.QueryEvaluationError",
          "States.BranchFailed",
          "States.ItemReaderFailed",
          "States.Permissions",
          "States.ResultWriterFailed",
          "States.Runtime",
          "States.TaskFailed",
          "States.Timeout");
  private static final long LONGEST_INTERVAL = 99_999_999;
  private static final long LONGEST_DELAY = 31_622_400;

  private Errors() {}

  static Handling read(Fields state) {
    List<Fields> retriers = state.objects("Retry");
    List<Fields> catchers = state.objects("Catch");
    requireAllLast(retriers);
    requireAllLast(catchers);
    return new Handling(
        retriers.stream().map(Errors::retrier).toList(),
        catchers.stream().map(Errors::catcher).toList());
  }

  private static Retrier retrier(Fields fields) {
    fields.allowOnly(RETRIER);
    long interval = fields.whole("IntervalSeconds", 1, LONGEST_INTERVAL).orElse(1L);
    var maxDelay = fields.whole("MaxDelaySeconds", 1, LONGEST_DELAY);
    if (maxDelay.isPresent() && maxDelay.get() <= interval) {
      fields.refuse("MaxDelaySeconds", "must be more than IntervalSeconds (" + interval + ")");
    }
    return new Retrier(
        errorEquals(fields),
        Duration.ofSeconds(interval),
        fields.whole("MaxAttempts", 0, LONGEST_INTERVAL).orElse(3L),
        fields.number("BackoffRate", 1.0).orElse(2.0),
        maxDelay.map(Duration::ofSeconds),
        jitter(fields));
  }

  private static Jitter jitter(Fields fields) {
    String name = fields.optionalText("JitterStrategy").orElse("NONE");
    if (!name.equals("FULL") && !name.equals("NONE")) {
      fields.refuse("JitterStrategy", "must be FULL or NONE");
      return Jitter.NONE;
    }
    return Jitter.valueOf(name);
  }

  private static Catcher catcher(Fields fields) {
    fields.allowOnly(CATCHER);
    List<String> errors = errorEquals(fields);
    fields.text("Next");
    return new Catcher(errors, Exits.read(fields));
  }

  private static List<String> errorEquals(Fields fields) {
    JsonNode array = fields.node("ErrorEquals");
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.isTextual() ? name.textValue() : ""));
    if (!array.isArray() || names.isEmpty() || names.contains("")) {
      fields.refuse("ErrorEquals", "must be an array of at least one error name");
    }
    if (names.contains(ALL) && names.size() > 1) {
      fields.refuse("ErrorEquals", "must hold States.ALL alone");
    }
    names.stream()
        .filter(name -> name.startsWith("States.") && !RESERVED.contains(name))
        .forEach(
            name ->
                fields.refuse("ErrorEquals", "names '" + name + "', which is no error of States"));
    return names;
  }

  private static void requireAllLast(List<Fields> rules) {
    for (Fields rule : rules.subList(0, Math.max(0, rules.size() - 1))) {
      rule.node("ErrorEquals")
          .forEach(
              name -> {
                if (ALL.equals(name.asText())) {
                  rule.refuse("ErrorEquals", "holds States.ALL, which only the last rule may");
                }
              });
    }
  }
}
