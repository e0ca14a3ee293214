package io.tributary.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a call is about, for logs and metrics: only names and numbers that the pipeline itself gave,
 * whatever else the input holds.
 */
final class CallLabels {
  static final String STAGE = "stage";

  private static final List<String> OF_THE_INPUT = List.of("run", STAGE, "execution", "request");

  private CallLabels() {}

  /**
   * The labels {@code function}, {@code stage} and {@code requestId}, and as far as the input has
   * them {@code run}, {@code execution} and the attribution request's id. A queue's event speaks of
   * the request in its only message, or of none.
   */
  static Map<String, String> of(String function, String requestId, JsonNode input) {
    Map<String, String> labels = new TreeMap<>();
    JsonNode subject = subject(input);
    for (String label : OF_THE_INPUT) {
      JsonNode value = subject.path(label);
      if (value.isTextual() || value.isIntegralNumber()) {
        labels.put(label, value.asText());
      }
    }
    labels.putIfAbsent(STAGE, function);
    labels.put("function", function);
    labels.put("requestId", requestId);
    return labels;
  }

  private static JsonNode subject(JsonNode input) {
    JsonNode records = input.path("Records");
    if (records.size() != 1) {
      return input;
    }
    try {
      return Json.MAPPER.readTree(records.get(0).path("body").asText());
    } catch (JsonProcessingException unreadable) {
      return Json.MAPPER.missingNode();
    }
  }
}
