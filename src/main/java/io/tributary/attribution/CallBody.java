package io.tributary.attribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * What the service gets: the sessions of all journeys, one after another.
 *
 * @param redistributionParameter as the project file has it; left out where it is empty
 */
record CallBody(
    @JsonProperty("customer_journeys") List<Row> rows,
    @JsonProperty("redistribution_parameter") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> redistributionParameter) {

  /** A session and the conversion that it led to. */
  record Row(
      @JsonProperty("conversion_id") String conversionId, @JsonUnwrapped JourneySession session) {}

  static CallBody of(List<Journey> journeys, Map<String, Object> redistributionParameter) {
    List<Row> rows =
        journeys.stream()
            .flatMap(
                journey -> journey.sessions().stream().map(s -> new Row(journey.conversionId(), s)))
            .toList();
    return new CallBody(rows, redistributionParameter);
  }
}
