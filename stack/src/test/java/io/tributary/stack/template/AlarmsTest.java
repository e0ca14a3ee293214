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
  private static final String WAITING = "Maximum of ApproximateNumberOfMessagesVisible at least 1";
  private static final double PRICE_OF_A_METRIC = 0.10;
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
  }

  @Test
  void goOffAtWhatIsTooMuchAndAtTooFewRuns() {
    Map<String, String> rules = new TreeMap<>();
    alarms.forEach((id, alarm) -> rules.put(id, rule(alarm)));

    assertThat(rules)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("ExecutionFailed", "Sum of ExecutionsFailed at least 1"),
                    Map.entry("ExecutionTimedOut", "Sum of ExecutionsTimedOut at least 1"),
                    Map.entry("NoSuccessfulRun", "Sum of RunsSucceeded less than 1"),
                    Map.entry("ScheduleFailed", WAITING),
                    Map.entry("RequestsFailed", "Sum of RequestsFailed at least 1"),
                    Map.entry("MessagesParked", WAITING),
                    Map.entry(
                        "OldestRequest", "Maximum of ApproximateAgeOfOldestMessage at least 21600"),
                    Map.entry("StepThrottles", "SUM(METRICS()) of Throttles at least 1"),
                    Map.entry("WorkerThrottles", "SUM(METRICS()) of Throttles at least 1"),
                    Map.entry("StepErrors", "SUM(METRICS()) of Errors at least 3"),
                    Map.entry("WorkerErrors", "SUM(METRICS()) of Errors at least 3"),
                    Map.entry("RejectedShare", "Maximum of RejectedShare more than 0.05"),
                    Map.entry("ReconciliationFailed", "Sum of ReconciliationFailed at least 1"),
                    Map.entry("QuarantineGrowth", "Maximum of QuarantineGrowth more than 1000"),
                    Map.entry("ProfileGrowth", "Maximum of ProfileGrowth more than 100"))));
  }

  private static String rule(JsonNode alarm) {
    String what =
        alarm.has("MetricName")
            ? alarm.path("Statistic").asText() + " of " + alarm.path("MetricName").asText()
            : alarm.at("/Metrics/0/Expression").asText()
                + " of "
                + alarm.at("/Metrics/0/Label").asText();
    String compared =
        switch (alarm.path("ComparisonOperator").asText()) {
          case "GreaterThanOrEqualToThreshold" -> " at least ";
          case "GreaterThanThreshold" -> " more than ";
          case "LessThanThreshold" -> " less than ";
          default -> throw new AssertionError(alarm);
        };
    return what + compared + alarm.path("Threshold").asText();
  }

  @Test
  void areQuietWhereNothingWasCountedUnlessRunsAreMissed() {
    alarms.forEach(
        (id, alarm) ->
            assertThat(alarm.path("TreatMissingData").asText())
                .as(id)
                .isEqualTo(id.equals("NoSuccessfulRun") ? "breaching" : "notBreaching"));
  }

  /** CloudWatch takes ten metrics in one alarm, the sum among them. */
  @Test
  void addUpNoMoreMetricsThanCloudWatchTakes() {
    assertThat(alarms.values()).allMatch(alarm -> alarm.path("Metrics").size() <= 10);
  }

  @Test
  void costAsManyMetricsAsTheGuideCounts() {
    long metrics = allMetrics().count();

    assertThat(Checkout.text("docs/deploy.md"))
        .contains(
            "each of the %d metrics that they watch, $%.2f;"
                .formatted(metrics, metrics * PRICE_OF_A_METRIC));
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
