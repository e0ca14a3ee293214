package io.tributary.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.error.ErrorCode;
import io.tributary.json.Json;
import io.tributary.step.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Metrics in CloudWatch's embedded format: a line of JSON on the standard output, which CloudWatch
 * Logs turns into metrics by itself. Each is there for the project, and for the project's stage.
 */
final class MetricLines {
  private static final String SECONDS = "Seconds";
  private static final String COUNT = "Count";
  private static final String PROJECT = "Project";
  private static final List<List<String>> BY_STAGE =
      List.of(List.of(PROJECT), List.of(PROJECT, "Stage"));
  private static final List<List<String>> BY_CODE =
      List.of(List.of(PROJECT), List.of(PROJECT, "Code"));

  private final String namespace;
  private final String project;
  private final Consumer<String> out;

  MetricLines(String namespace, String project, Consumer<String> out) {
    this.namespace = namespace;
    this.project = project;
    this.out = out;
  }

  /** The metric of a figure. */
  static String name(Figure figure) {
    return switch (figure) {
      case ROWS_IN -> "Rows";
      case ROWS_OUT -> "RowsOut";
      case ROWS_REJECTED -> "RowsRejected";
      case REQUESTS -> "Requests";
      case REQUESTS_FAILED -> "RequestsFailed";
      case RETRIES -> "Retries";
      case PAID_JOURNEYS -> "PaidJourneys";
      case RUNS_SUCCEEDED -> "RunsSucceeded";
      case QUARANTINE_GROWTH -> "QuarantineGrowth";
      case PROFILE_GROWTH -> "ProfileGrowth";
      case LARGEST_PROFILE -> "LargestProfile";
    };
  }

  void succeeded(Map<String, String> labels, Map<Figure, Long> figures, Duration took) {
    out.accept(line(labels, figures, took).toString());
  }

  /** What was counted until the failure, and the failure by its code. */
  void failed(
      Map<String, String> labels, Map<Figure, Long> figures, Duration took, ErrorCode code) {
    ObjectNode line = line(labels, figures, took).put("Code", code.name());
    measure(line, BY_CODE, Map.of("Failures", new Measure(1, COUNT)));
    if (code == ErrorCode.NOT_RECONCILED) {
      measure(line, BY_STAGE, Map.of("ReconciliationFailed", new Measure(1, COUNT)));
    }
    out.accept(line.toString());
  }

  private record Measure(Number value, String unit) {}

  private ObjectNode line(Map<String, String> labels, Map<Figure, Long> figures, Duration took) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.putObject("_aws").put("Timestamp", Instant.now().toEpochMilli());
    labels.forEach(line::put);
    line.put(PROJECT, project).put("Stage", labels.get(CallLabels.STAGE));
    Map<String, Measure> measures = new LinkedHashMap<>();
    new TreeMap<>(figures)
        .forEach((figure, count) -> measures.put(name(figure), new Measure(count, COUNT)));
    rejectedShare(figures).ifPresent(share -> measures.put("RejectedShare", share));
    measures.put(SECONDS, new Measure(took.toMillis() / 1000.0, SECONDS));
    measure(line, BY_STAGE, measures);
    return line;
  }

  /** Refused rows of those that came in, from 0 to 1. */
  private static Optional<Measure> rejectedShare(Map<Figure, Long> figures) {
    long in = figures.getOrDefault(Figure.ROWS_IN, 0L);
    return in == 0
        ? Optional.empty()
        : Optional.of(
            new Measure((double) figures.getOrDefault(Figure.ROWS_REJECTED, 0L) / in, "None"));
  }

  private void measure(
      ObjectNode line, List<List<String>> dimensions, Map<String, Measure> measures) {
    ObjectNode directive =
        line.withObjectProperty("_aws").withArrayProperty("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    directive.set("Dimensions", Json.MAPPER.valueToTree(dimensions));
    ArrayNode metrics = directive.putArray("Metrics");
    measures.forEach(
        (name, measure) -> {
          metrics.addObject().put("Name", name).put("Unit", measure.unit());
          line.set(name, Json.MAPPER.valueToTree(measure.value()));
        });
  }
}
