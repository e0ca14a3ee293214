package io.tributary.local.states.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.local.states.execution.Payload;
import io.tributary.local.states.jsonata.Values;
import io.tributary.local.states.tokens.TaskTokens;
import java.util.Map;

/** SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat. */
final class TaskApi {
  private final TaskTokens tokens;

  TaskApi(TaskTokens tokens) {
    this.tokens = tokens;
  }

  Map<String, Object> success(ApiRequest request) {
    String output = request.text("output");
    if (!Payload.fits(output)) {
      throw new ApiError(
          "ValidationException", "'output' is longer than " + Payload.LARGEST + " bytes.");
    }
    try {
      Values.parse(output);
    } catch (JsonProcessingException e) {
      throw new ApiError("InvalidOutput", "Invalid Output: it is no JSON.");
    }
    return answer(tokens.succeed(request.text("taskToken"), output));
  }

  Map<String, Object> failure(ApiRequest request) {
    String error = request.optional("error").orElse(null);
    String cause = request.optional("cause").orElse(null);
    return answer(tokens.fail(request.text("taskToken"), error, cause));
  }

  Map<String, Object> heartbeat(ApiRequest request) {
    return answer(tokens.heartbeat(request.text("taskToken")));
  }

  private static Map<String, Object> answer(TaskTokens.Reception reception) {
    return switch (reception) {
      case ACCEPTED -> Map.of();
      case INVALID -> throw new ApiError("InvalidToken", "Invalid Token: it is no task token.");
      case UNKNOWN -> throw new ApiError("TaskDoesNotExist", "Task does not exist.");
      case CLOSED ->
          throw new ApiError(
              "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    };
  }
}
