package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alarms, dashboard and runbook speak of the same figures, and of figures that exist. */
class AlarmsTest {
  private static final String OURS = "Tributary";
  private static final Pattern NAME = Pattern.compile("`([A-Za-z]+)`");

  private final Deployment main = Deployment.usual();
  private final Deployment observability = Deployment.of("infra/observability.yaml", parameters());
  private final Map<String, JsonNode> alarms = observability.ofType("AWS::CloudWatch::Alarm");

  /** A metric as alarms and dashboards name it. */
  private record Metric(String namespace, String name, Map<String, String> dimensions) {}

  @Test
  void haveEachALineInTheRunbookAndTheRunbookNoOther() {
    List<String> lines =
        Checkout.text("docs/runbook.md")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .toList();

    assertThat(lines)
        .containsExactlyElementsOf(
            alarms.values().stream()
                .map(alarm -> alarm.path("AlarmName").asText().replaceFirst("^tributary-", ""))
                .toList());
  }

  @Test
  void saySomethingInEveryColumnOfTheRunbook() {
    assertThat(Checkout.text("docs/runbook.md").lines().filter(line -> line.startsWith("| `")))
        .allSatisfy(
            line ->
                assertThat(line.replace("\\|", "/").split("\\|"))
                    .hasSize(5)
                    .satisfies(
                        cells ->
                            assertThat(Arrays.stream(cells).skip(1))
                                .allMatch(cell -> cell.strip().length() > 2)));
  }

  @Test
  void tellTheTopicWhenTheyBeginAndWhenTheyEnd() {
    assertThat(alarms.values())
        .allSatisfy(
            alarm -> {
              assertThat(alarm.path("AlarmActions").toString()).isEqualTo("[\"AlarmTopic\"]");
              assertThat(alarm.path("OKActions").toString()).isEqualTo("[\"AlarmTopic\"]");
            });
  }

  @Test
  void missRunsOnlyWhileTheScheduleIsEnabled() {
    assertThat(alarms.get("NoSuccessfulRun").path("ActionsEnabled").asBoolean(true)).isFalse();
    assertThat(alarms.get("NoSuccessfulRun").path("TreatMissingData").asText())
        .isEqualTo("breaching");
  }

  @Test
  void goOffAtWhatIsTooMuchAndAtTooFewRuns() {
    Map<String, String> thresholds = new TreeMap<>();
    alarms.forEach(
        (id, alarm) ->
            thresholds.put(
                id,
                alarm.path("ComparisonOperator").asText().replaceAll("ThanOrEqualToThreshold", "=")
                    + " "
                    + alarm.path("Threshold").asText()));

    assertThat(thresholds)
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("ExecutionFailed", "Greater= 1"),
                Map.entry("ExecutionTimedOut", "Greater= 1"),
                Map.entry("NoSuccessfulRun", "LessThanThreshold 1"),
                Map.entry("ScheduleFailed", "Greater= 1"),
                Map.entry("RequestsFailed", "Greater= 1"),
                Map.entry("MessagesParked", "Greater= 1"),
                Map.entry("OldestRequest", "Greater= 21600"),
                Map.entry("StepThrottles", "Greater= 1"),
                Map.entry("WorkerThrottles", "Greater= 1"),
                Map.entry("StepErrors", "Greater= 3"),
                Map.entry("WorkerErrors", "Greater= 3"),
                Map.entry("RejectedShare", "GreaterThanThreshold 0.05"),
                Map.entry("ReconciliationFailed", "Greater= 1")));
  }

  @Test
  void watchFiguresThatTheDashboardShows() {
    Set<Metric> shown = dashboard();
    alarms.forEach((id, alarm) -> assertThat(shown).as(id).containsAll(metricsOf(alarm)));
  }

  @Test
  void watchEveryFunctionsErrorsAndThrottles() {
    Set<String> functions = new TreeSet<>();
    main.functions()
        .values()
        .forEach(function -> functions.add(function.path("FunctionName").asText()));

    for (String metric : List.of("Errors", "Throttles")) {
      Set<String> watched = new TreeSet<>();
      allMetrics()
          .filter(each -> each.name().equals(metric))
          .forEach(each -> watched.add(each.dimensions().get("FunctionName")));
      assertThat(watched).as(metric).isEqualTo(functions);
    }
  }

  @Test
  void nameMetricsAndResourcesThatThereAre() {
    Set<String> counted = documentedMetrics();
    Set<String> queues =
        main.ofType("AWS::SQS::Queue").values().stream()
            .map(queue -> queue.path("QueueName").asText())
            .collect(Collectors.toSet());

    Stream.concat(allMetrics(), dashboard().stream())
        .forEach(
            metric -> {
              if (metric.namespace().equals(OURS)) {
                assertThat(counted).contains(metric.name());
                assertThat(metric.dimensions()).containsEntry("Project", "tributary");
                assertThat(metric.dimensions().keySet()).isSubsetOf("Project", "Stage");
                assertThat(metric.dimensions().getOrDefault("Stage", "extract"))
                    .isIn(main.functions().keySet());
              } else if (metric.dimensions().containsKey("QueueName")) {
                assertThat(queues).contains(metric.dimensions().get("QueueName"));
              }
            });
  }

  @Test
  void areInTheNamespaceThatTheFunctionsWriteTo() {
    assertThat(
            main.functions()
                .get("plan")
                .at("/Environment/Variables/TRIBUTARY_METRICS_NAMESPACE")
                .asText())
        .isEqualTo(OURS);
  }

  private static Map<String, String> parameters() {
    JsonNode given = Deployment.usual().properties("Observability").path("Parameters");
    Map<String, String> parameters = new TreeMap<>();
    given.properties().forEach(field -> parameters.put(field.getKey(), field.getValue().asText()));
    return parameters;
  }

  /** The metrics of the functions' page, which a test of theirs holds. */
  private static Set<String> documentedMetrics() {
    String page = Checkout.text("docs/functions.md");
    String table = page.substring(page.indexOf("| metric |"), page.indexOf("## Traces"));
    Set<String> names = new TreeSet<>();
    for (String row : table.lines().toList()) {
      String firstColumn = row.isEmpty() ? "" : row.split("\\|")[1];
      NAME.matcher(firstColumn).results().forEach(found -> names.add(found.group(1)));
    }
    return names;
  }

  private Stream<Metric> allMetrics() {
    return alarms.values().stream().flatMap(alarm -> metricsOf(alarm).stream());
  }

  private static List<Metric> metricsOf(JsonNode alarm) {
    List<Metric> metrics = new ArrayList<>();
    if (alarm.has("MetricName")) {
      metrics.add(metric(alarm));
    }
    alarm.findValues("Metric").forEach(inner -> metrics.add(metric(inner)));
    return metrics;
  }

  private static Metric metric(JsonNode written) {
    Map<String, String> dimensions = new TreeMap<>();
    written
        .path("Dimensions")
        .forEach(each -> dimensions.put(each.path("Name").asText(), each.path("Value").asText()));
    return new Metric(
        written.path("Namespace").asText(), written.path("MetricName").asText(), dimensions);
  }

  private Set<Metric> dashboard() {
    String body = observability.properties("Dashboard").path("DashboardBody").asText();
    try {
      return new ObjectMapper()
          .readTree(body).findValues("metrics").stream()
              .flatMap(JsonNode::valueStream)
              .map(AlarmsTest::shown)
              .collect(Collectors.toSet());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code [namespace, name, dimension, value, …]}. */
  private static Metric shown(JsonNode row) {
    Map<String, String> dimensions = new TreeMap<>();
    for (int at = 2; at + 1 < row.size(); at += 2) {
      dimensions.put(row.get(at).asText(), row.get(at + 1).asText());
    }
    return new Metric(row.get(0).asText(), row.get(1).asText(), dimensions);
  }
}
