package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Checks what the schema cannot say about attribution. */
final class AttributionCheck {
  private static final String IHC = "attribution.ihc.";
  private static final Set<String> NO_STEP = Set.of("", ".", "..");

  private final JsonNode attribution;
  private final Problems problems;

  private AttributionCheck(JsonNode attribution, Problems problems) {
    this.attribution = attribution;
    this.problems = problems;
  }

  /**
   * @param attribution the block with every default filled in, its values of whatever type
   */
  static void check(JsonNode attribution, Problems problems) {
    AttributionCheck check = new AttributionCheck(attribution, problems);
    check.directChannels();
    check.weights();
    check.service();
    check.recording();
  }

  private void directChannels() {
    JsonNode expression = attribution.path("direct_channels");
    if (expression.isTextual() && !problems.touch("attribution.direct_channels")) {
      PortableExpression.fault(expression.textValue())
          .ifPresent(fault -> at("attribution.direct_channels", fault));
    }
  }

  private void weights() {
    JsonNode weights = attribution.path("position_weights");
    if (!weights.isArray()) {
      return;
    }
    long sum = StreamSupport.stream(weights.spliterator(), false).mapToLong(JsonNode::asLong).sum();
    if (sum != 100) {
      at("attribution.position_weights", "sums to %d; change it to sum to 100.".formatted(sum));
    }
  }

  private void service() {
    JsonNode endpoint = attribution.path("ihc").path("endpoint");
    if (!endpoint.isTextual()) {
      return;
    }
    ServiceAddress.fault(endpoint.textValue()).ifPresent(fault -> at(IHC + "endpoint", fault));
    if (calculatesIhc() && !problems.has(IHC + "conv_type_id")) {
      at(IHC + "conv_type_id", "is missing; a service at an `endpoint` of yours needs it.");
    }
  }

  private void recording() {
    JsonNode recording = attribution.path("ihc").path("recording");
    if (!recording.isTextual()) {
      return;
    }
    if (!isInsideTheFolder(recording.textValue())) {
      at(
          IHC + "recording",
          "has to be a file inside the project folder, written from there, such as"
              + " `ihc_responses.ndjson`.");
    }
    if (attribution.path("ihc").path("endpoint").isTextual()) {
      at(IHC + "recording", "is never used beside an `endpoint`; remove one of them.");
    }
  }

  private boolean calculatesIhc() {
    return StreamSupport.stream(attribution.path("models").spliterator(), false)
        .anyMatch(model -> model.asText().equals(Model.IHC.label()));
  }

  /** Relative and without a step up, so that it names the same file on every machine. */
  private static boolean isInsideTheFolder(String path) {
    return !path.matches("(?s).*[\\\\:\\p{Cntrl}].*")
        && Arrays.stream(path.split("/", -1)).noneMatch(NO_STEP::contains);
  }

  private void at(String path, String fault) {
    if (!problems.touch(path)) {
      problems.at(path, Values.quoted(path) + " " + fault);
    }
  }
}
