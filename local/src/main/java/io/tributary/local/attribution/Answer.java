package io.tributary.local.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The body of an answer: 200, or 206 with an error for each conversion that was refused. */
record Answer(int statusCode, List<JsonNode> value, List<PartialFailure> partialFailureErrors) {
  /** Why a conversion was not answered. */
  record PartialFailure(@JsonProperty("conversion_id") String conversionId, String error) {}

  /** The answer for the journeys, of which one may be refused. */
  static Answer of(List<CustomerJourney> journeys, Recording recording, List<String> refused) {
    List<JsonNode> rows = new ArrayList<>();
    for (CustomerJourney journey : journeys) {
      if (!refused.contains(journey.conversionId())) {
        rows.addAll(rows(journey, recording));
      }
    }
    List<PartialFailure> failures =
        refused.stream()
            .map(id -> new PartialFailure(id, "The journey could not be calculated."))
            .toList();
    return new Answer(failures.isEmpty() ? 200 : 206, rows, failures);
  }

  private static List<JsonNode> rows(CustomerJourney journey, Recording recording) {
    return recording
        .answer(journey.conversionId())
        .orElseGet(
            () ->
                Score.of(journey.sessions()).stream()
                    .<JsonNode>map(Json.MAPPER::valueToTree)
                    .toList());
  }
}
