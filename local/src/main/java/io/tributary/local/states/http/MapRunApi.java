package io.tributary.local.states.http;

import io.tributary.local.states.execution.Engine;
import io.tributary.local.states.execution.ExecutionStatus;
import io.tributary.local.states.execution.MapRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** DescribeMapRun and ListMapRuns. */
final class MapRunApi {
  private final Engine engine;
  private final ExecutionApi executions;

  MapRunApi(Engine engine, ExecutionApi executions) {
    this.engine = engine;
    this.executions = executions;
  }

  Map<String, Object> describe(ApiRequest request) {
    String arn = request.text("mapRunArn");
    MapRun.Snapshot run =
        engine
            .executions()
            .mapRun(arn)
            .orElseThrow(
                () -> new ApiError("ResourceNotFound", "Resource not found: '" + arn + "'"));
    Map<String, Object> answer = summary(run);
    answer.put("status", run.status().name());
    answer.put("maxConcurrency", run.limits().maxConcurrency());
    answer.put("toleratedFailureCount", run.limits().toleratedFailures().orElse(0));
    answer.put("toleratedFailurePercentage", run.limits().toleratedPercentage().orElse(0));
    answer.put("itemCounts", counts(run));
    answer.put("executionCounts", counts(run));
    answer.put("redriveCount", 0);
    return answer;
  }

  Map<String, Object> list(ApiRequest request) {
    String arn = request.text("executionArn");
    executions.find(arn);
    return Pages.of(request)
        .cut(
            "mapRuns",
            engine.executions().mapRunsOf(arn).stream().map(MapRunApi::summary).toList());
  }

  private static Map<String, Object> summary(MapRun.Snapshot run) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("executionArn", run.executionArn());
    summary.put("mapRunArn", run.arn());
    summary.put("stateMachineArn", run.machineArn());
    summary.put("startDate", MachineApi.seconds(run.started()));
    run.stopped().ifPresent(at -> summary.put("stopDate", MachineApi.seconds(at)));
    return summary;
  }

  private static Map<String, Object> counts(MapRun.Snapshot run) {
    int succeeded = run.count(ExecutionStatus.SUCCEEDED);
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("pending", run.pending());
    counts.put("running", run.count(ExecutionStatus.RUNNING));
    counts.put("succeeded", succeeded);
    counts.put("failed", run.count(ExecutionStatus.FAILED));
    counts.put("timedOut", run.count(ExecutionStatus.TIMED_OUT));
    counts.put("aborted", run.count(ExecutionStatus.ABORTED));
    counts.put("total", run.limits().items());
    counts.put("resultsWritten", 0);
    return counts;
  }
}
