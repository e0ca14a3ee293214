package io.tributary.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.step.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Metrics in CloudWatch's embedded format: a line of JSON on the standard output, which CloudWatch
 * Logs turns into metrics by itself. Each is there for the project, and for the project's stage.
 */
final class MetricLines {
  static final String SECONDS = "Seconds";
  static final String FAILURES = "Failures";

  private static final List<List<String>> BY_PROJECT_AND_STAGE =
      List.of(List.of("project"), List.of("project", CallLabels.STAGE));
  private static final List<List<String>> BY_CODE =
      List.of(List.of("project"), List.of("project", "code"));

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
      case ROWS_IN -> "RowsIn";
      case ROWS_OUT -> "RowsOut";
      case ROWS_REJECTED -> "RowsRejected";
      case REQUESTS -> "Requests";
      case REQUESTS_FAILED -> "RequestsFailed";
      case RETRIES -> "Retries";
      case PAID_JOURNEYS -> "PaidJourneys";
    };
  }

  void succeeded(Map<String, String> labels, Map<Figure, Long> figures, Duration took) {
    ObjectNode line = line(labels);
    measure(line, figures, took);
    out.accept(line.toString());
  }

  /** What was counted until the failure, and the failure by its code. */
  void failed(Map<String, String> labels, Map<Figure, Long> figures, Duration took, String code) {
    ObjectNode line = line(labels);
    measure(line, figures, took);
    describe(line, BY_CODE, Map.of(FAILURES, "Count"));
    line.put("code", code);
    line.put(FAILURES, 1);
    out.accept(line.toString());
  }

  private ObjectNode line(Map<String, String> labels) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    line.putObject("_aws").put("Timestamp", Instant.now().toEpochMilli());
    labels.forEach(line::put);
    return line.put("project", project);
  }

  private void measure(ObjectNode line, Map<Figure, Long> figures, Duration took) {
    Map<String, String> units = new LinkedHashMap<>();
    new TreeMap<>(figures)
        .forEach(
            (figure, count) -> {
              units.put(name(figure), "Count");
              line.put(name(figure), count);
            });
    units.put(SECONDS, SECONDS);
    line.put(SECONDS, took.toMillis() / 1000.0);
    describe(line, BY_PROJECT_AND_STAGE, units);
  }

  private void describe(ObjectNode line, List<List<String>> dimensions, Map<String, String> units) {
    ObjectNode directive =
        line.withObjectProperty("_aws").withArrayProperty("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    directive.set("Dimensions", Json.MAPPER.valueToTree(dimensions));
    ArrayNode metrics = directive.putArray("Metrics");
    units.forEach((name, unit) -> metrics.addObject().put("Name", name).put("Unit", unit));
  }
}
