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
   * what all its messages agree on.
   */
  static Map<String, String> of(String function, String requestId, JsonNode input) {
    Map<String, String> labels = new TreeMap<>(subject(input));
    labels.putIfAbsent(STAGE, function);
    labels.put("function", function);
    labels.put("requestId", requestId);
    return labels;
  }

  private static Map<String, String> subject(JsonNode input) {
    JsonNode messages = input.path("Records");
    if (messages.isEmpty()) {
      return labelsIn(input);
    }
    Map<String, String> common = labelsIn(body(messages.get(0)));
    messages.forEach(message -> common.entrySet().retainAll(labelsIn(body(message)).entrySet()));
    return common;
  }

  private static Map<String, String> labelsIn(JsonNode subject) {
    Map<String, String> labels = new TreeMap<>();
    for (String label : OF_THE_INPUT) {
      JsonNode value = subject.path(label);
      if (value.isTextual() || value.isIntegralNumber()) {
        labels.put(label, value.asText());
      }
    }
    return labels;
  }

  private static JsonNode body(JsonNode message) {
    try {
      return Json.MAPPER.readTree(message.path("body").asText());
    } catch (JsonProcessingException unreadable) {
      return Json.MAPPER.missingNode();
    }
  }
}
