package io.tributary.local.states.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.execution.Execution;
import io.tributary.local.states.execution.ExecutionRecord;
import io.tributary.local.states.execution.Machine;
import io.tributary.local.states.execution.NameTaken;
import io.tributary.local.states.execution.Payload;
import io.tributary.local.states.jsonata.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** StartExecution, DescribeExecution, StopExecution and ListExecutions. */
final class ExecutionApi {
  private static final Map<String, Object> INCLUDED = Map.of("included", true);

  private final Engine engine;
  private final MachineApi machines;

  ExecutionApi(Engine engine, MachineApi machines) {
    this.engine = engine;
    this.machines = machines;
  }

  Map<String, Object> start(ApiRequest request) {
    Machine machine = machines.find(request.text("stateMachineArn"));
    String name = request.optional("name").orElseGet(() -> UUID.randomUUID().toString());
    if (!MachineApi.NAME.matcher(name).matches()) {
      throw new ApiError("InvalidName", "Invalid Name: '" + name + "'");
    }
    Payload input = input(request.optional("input").orElse("{}"));
    try {
      ExecutionRecord started = engine.executions().start(machine, name, input);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("executionArn", started.identity().arn());
      answer.put("startDate", MachineApi.seconds(started.identity().started()));
      return answer;
    } catch (NameTaken taken) {
      throw new ApiError("ExecutionAlreadyExists", taken.getMessage());
    }
  }

  private static Payload input(String text) {
    if (!Payload.fits(text)) {
      throw new ApiError(
          "ValidationException", "'input' is longer than " + Payload.LARGEST + " bytes.");
    }
    try {
      return new Payload(Values.parse(text), text);
    } catch (JsonProcessingException e) {
      throw new ApiError("InvalidExecutionInput", "The input is no JSON.");
    }
  }

  Map<String, Object> describe(ApiRequest request) {
    ExecutionRecord record = find(request.text("executionArn"));
    Map<String, Object> answer = summary(record);
    answer.put("input", record.identity().inputText());
    answer.put("inputDetails", INCLUDED);
    record.output().ifPresent(output -> answer.put("output", output));
    record.output().ifPresent(output -> answer.put("outputDetails", INCLUDED));
    record.error().ifPresent(error -> answer.put("error", error));
    record.cause().ifPresent(cause -> answer.put("cause", cause));
    return answer;
  }

  Map<String, Object> stop(ApiRequest request) {
    ExecutionRecord record = find(request.text("executionArn"));
    String error = request.optional("error").orElse(null);
    String cause = request.optional("cause").orElse(null);
    ExecutionRecord stopped =
        engine
            .executions()
            .here(record.identity().arn())
            .map(execution -> execution.stop(error, cause).join())
            .orElse(record);
    return Map.of("stopDate", MachineApi.seconds(stopped.stopped().orElseThrow()));
  }

  Map<String, Object> list(ApiRequest request) {
    List<ExecutionRecord> all =
        request
            .optional("mapRunArn")
            .map(arn -> engine.executions().ofMapRun(arn))
            .orElseGet(() -> ofMachine(request.text("stateMachineArn")));
    String status = request.optional("statusFilter").orElse("");
    List<Map<String, Object>> wanted =
        all.stream()
            .filter(record -> status.isEmpty() || record.status().name().equals(status))
            .map(ExecutionApi::summary)
            .toList();
    return Pages.of(request).cut("executions", wanted);
  }

  private List<ExecutionRecord> ofMachine(String arn) {
    machines.find(arn);
    return engine.executions().ofMachine(arn);
  }

  /** The execution of the ARN, or the service's error that there is none. */
  ExecutionRecord find(String arn) {
    return engine.executions().find(arn).orElseThrow(() -> missing(arn));
  }

  /** The execution object, for one that this process started. */
  Optional<Execution> here(String arn) {
    return engine.executions().here(arn);
  }

  private static ApiError missing(String arn) {
    return new ApiError("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
  }

  private static Map<String, Object> summary(ExecutionRecord record) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("executionArn", record.identity().arn());
    summary.put("stateMachineArn", record.identity().machineArn());
    summary.put("name", record.identity().name());
    summary.put("status", record.status().name());
    summary.put("startDate", MachineApi.seconds(record.identity().started()));
    record.stopped().ifPresent(at -> summary.put("stopDate", MachineApi.seconds(at)));
    record.identity().mapRun().ifPresent(arn -> summary.put("mapRunArn", arn));
    return summary;
  }
}
