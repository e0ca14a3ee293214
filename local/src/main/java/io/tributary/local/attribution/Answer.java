package io.tributary.local.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an answer: 200, or 206 with an error for each conversion that was refused.
 *
 * @param value a {@link Score} for each session, or its JSON where it was recorded
 */
record Answer(int statusCode, List<Object> value, List<PartialFailure> partialFailureErrors) {
  /** Why a conversion was not answered. */
  record PartialFailure(@JsonProperty("conversion_id") String conversionId, String error) {}

  /** The answer for the journeys, of which one may be refused. */
  static Answer of(List<CustomerJourney> journeys, Recording recording, List<String> refused) {
    List<Object> rows = new ArrayList<>();
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

  private static List<?> rows(CustomerJourney journey, Recording recording) {
    Optional<List<JsonNode>> recorded = recording.answer(journey.conversionId());
    return recorded.isPresent() ? recorded.get() : Score.of(journey.sessions());
  }
}
