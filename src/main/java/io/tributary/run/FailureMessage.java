package io.tributary.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;

/**
 * The failure inside the layers that functions and state machines put around it: a function's cause
 * is JSON with {@code errorMessage}, a nested execution's is its description with {@code Cause}.
 *
 * @param error the innermost error's name
 * @param message its sentence
 */
public record FailureMessage(String error, String message) {
  /** The innermost failure of an error and its cause. */
  public static FailureMessage of(String error, String cause) {
    JsonNode layer = parse(cause);
    if (layer.path("errorMessage").isTextual()) {
      String type = layer.path("errorType").asText(error);
      return new FailureMessage(type, layer.path("errorMessage").asText());
    }
    if (layer.path("Error").isTextual() || layer.path("Cause").isTextual()) {
      return of(layer.path("Error").asText(error), layer.path("Cause").asText(""));
    }
    return new FailureMessage(error, cause.isBlank() ? error : cause);
  }

  private static JsonNode parse(String cause) {
    try {
      return cause.startsWith("{") ? Json.MAPPER.readTree(cause) : Json.MAPPER.missingNode();
    } catch (JsonProcessingException notJson) {
      return Json.MAPPER.missingNode();
    }
  }
}
