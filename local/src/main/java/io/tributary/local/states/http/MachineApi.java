package io.tributary.local.states.http;

import io.tributary.local.states.definition.RefusedDefinition;
import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.execution.Machine;
import io.tributary.local.states.execution.NameTaken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** CreateStateMachine, DescribeStateMachine and ListStateMachines. */
final class MachineApi {
  /** What names of machines and executions may not hold. */
  static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private final Engine engine;

  MachineApi(Engine engine) {
    this.engine = engine;
  }

  Map<String, Object> create(ApiRequest request) {
    String type = request.optional("type").orElse("STANDARD");
    if (!type.equals("STANDARD")) {
      throw new ApiError(
          "StateMachineTypeNotSupported", "Only STANDARD machines run here, not " + type + ".");
    }
    String name = request.text("name");
    if (!NAME.matcher(name).matches()) {
      throw new ApiError("InvalidName", "Invalid Name: '" + name + "'");
    }
    Machine machine = created(name, request.text("definition"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("stateMachineArn", machine.arn());
    answer.put("creationDate", seconds(machine.created()));
    return answer;
  }

  private Machine created(String name, String definition) {
    try {
      return engine.machines().create(name, definition);
    } catch (RefusedDefinition refused) {
      throw new ApiError("InvalidDefinition", refused.getMessage());
    } catch (NameTaken taken) {
      throw new ApiError("StateMachineAlreadyExists", taken.getMessage());
    }
  }

  Map<String, Object> describe(ApiRequest request) {
    Machine machine = find(request.text("stateMachineArn"));
    Map<String, Object> answer = summary(machine);
    answer.put("status", "ACTIVE");
    answer.put("definition", machine.definition().text());
    answer.put("roleArn", "arn:aws:iam::" + Engine.ACCOUNT + ":role/local");
    return answer;
  }

  Map<String, Object> list(ApiRequest request) {
    return Pages.of(request)
        .cut("stateMachines", engine.machines().all().stream().map(MachineApi::summary).toList());
  }

  /** The machine of the ARN, or the service's error that there is none. */
  Machine find(String arn) {
    return engine
        .machines()
        .find(arn)
        .orElseThrow(
            () ->
                new ApiError(
                    "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
  }

  private static Map<String, Object> summary(Machine machine) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("stateMachineArn", machine.arn());
    summary.put("name", machine.name());
    summary.put("type", "STANDARD");
    summary.put("creationDate", seconds(machine.created()));
    return summary;
  }

  /** A moment as the protocol writes it. */
  static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }
}
