package io.tributary.stack.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import io.tributary.local.functions.FunctionFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run whose every step is a handler of the zip, beside the same run in this process. */
class ZipRunTest {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

  /** So that the run stitches all events and not only those that are new. */
  private static final String FROM_SCRATCH =
      "insert into tributary_store.resets (part, after_run, reset_at)"
          + " select 'identity', coalesce(max(run), 0), getdate() from tributary_store.runs";

  private static final Pattern CUSTOM_METRICS = Pattern.compile("about ([0-9]+) custom metrics");

  @TempDir static Path folder;
  private static List<String> lines;
  private static Map<String, JsonNode> samples;
  private static Map<String, List<String>> ofTheZip;
  private static Map<String, List<String>> ofThisProcess;
  private static List<String> requests;
  private static List<String> sources;
  private static FunctionFailure refused;
  private static FunctionFailure tooMany;
  private static String everything;

  @BeforeAll
  static void runBoth() throws IOException, SQLException, InterruptedException, FunctionFailure {
    var zip = UnpackedZip.into(folder.resolve("zip"));
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Shop shop = Shop.into(folder.resolve("zip-shop"));
    sources = valuesOf(shop);
    try (var host = new ZipHost(zip, logs, Shop.MAX_CONCURRENCY);
        var cloud = ShopCloud.fast(shop, Optional.of(host))) {
      runInThisProcess();
      samples = SampleCalls.of(cloud).answers();
      cloud.sql(List.of(FROM_SCRATCH));
      cloud.run(LONGEST_RUN);
      ofTheZip = cloud.published();
      requests = cloud.rows("select status, paid_journeys from tributary.attribution_requests");
      lines = host.lines();
      refused = planByContradictingCorrections(cloud);
      tooMany = linkMoreThanTheMemoryHolds(cloud);
      everything = String.join("\n", host.lines());
    }
  }

  /** The zip's processes have 256 MB. */
  private static FunctionFailure linkMoreThanTheMemoryHolds(ShopCloud cloud) throws IOException {
    String execution = SampleCalls.event("plan").path("execution").asText();
    cloud.put(
        "lease.json",
        "{\"execution\": \"%s\", \"since\": \"2023-01-01T00:00:00Z\"}".formatted(execution));
    cloud.put("runs/1/stitching/numbering.json", "{\"identifiers\": 100000000, \"events\": 0}");
    String event = SampleCalls.event("link").toString();
    return catchThrowableOfType(FunctionFailure.class, () -> cloud.call("link", event));
  }

  private static FunctionFailure planByContradictingCorrections(ShopCloud cloud) {
    String one = "user_id:ann@shop.example";
    String other = "tablet:shared-tablet-of-ann";
    cloud.put(
        "identity/corrections.yaml",
        "same:\n  - [%s, %s]\ndifferent:\n  - [%s, %s]\n".formatted(one, other, other, one));
    return catchThrowableOfType(
        FunctionFailure.class,
        () -> cloud.call("plan", "{\"execution\": \"arn:aws:states:1\", \"request\": {}}"));
  }

  /** The functions of the zip start in the meantime. */
  private static void runInThisProcess() throws IOException, SQLException, InterruptedException {
    try (var cloud = ShopCloud.fast(Shop.into(folder.resolve("shop")), Optional.empty())) {
      cloud.run(LONGEST_RUN);
      ofThisProcess = cloud.published();
    }
  }

  @AfterAll
  static void forget() {
    lines = null;
    sources = null;
    everything = null;
  }

  @Test
  void answersEverySampleEvent() throws IOException {
    assertThat(samples.get("link").path("replays").asBoolean()).isTrue();
    assertThat(samples.remove("link again").path("refusals").asInt()).isEqualTo(14);
    assertThat(samples.keySet()).containsExactlyInAnyOrderElementsOf(SampleCalls.functions());
    assertThat(samples.get("plan").path("run").asLong()).isEqualTo(1);
    assertThat(samples.get("batch").path("requests").size()).isGreaterThan(1);
    assertThat(samples.get("attribute").path("batchItemFailures").isArray()).isTrue();
    assertThat(samples.get("fail-request").path("batchItemFailures").isArray()).isTrue();
    assertThat(samples.get("release").path("error").asText()).isEmpty();
    for (String stage : List.of("extract", "stage", "credit", "report", "publish")) {
      assertThat(samples.get(stage).path("done").isBoolean()).as(stage).isTrue();
    }
  }

  @Test
  void publishesTheSameBytesAsInOneProcess() {
    assertThat(ofTheZip).isEqualTo(ofThisProcess);
    assertThat(ofTheZip.get("conversions")).hasSize(31);
    assertThat(requests).hasSizeGreaterThan(2);
  }

  /** Profiles by guard rails and attributes of every form are among them. */
  @Test
  void publishesProfilesAndTheirAttributes() {
    assertThat(ofTheZip.get("identity_quarantine"))
        .hasSize(14)
        .allMatch(row -> row.contains("shared-tablet-of-"));
    assertThat(ofTheZip.get("context_values")).hasSize(1);
    assertThat(ofTheZip.get("profile_attributes_wide"))
        .anyMatch(row -> row.contains("@shop.example"));
    assertThat(ofTheZip.get("profile_attributes")).hasSizeGreaterThan(100);
  }

  @Test
  void refusesCorrectionsByTheirLineAndWithoutTheirIdentifiers() {
    assertThat(refused.errorType()).isEqualTo("io.tributary.error.UserException");
    assertThat(everything).contains("identity/corrections.yaml:4: ");
    assertThat(refused)
        .hasMessageContaining("identity/corrections.yaml:4: ")
        .hasMessageNotContaining("ann");
  }

  @Test
  void refusesMoreIdentifiersThanItsMemoryHolds() {
    assertThat(tooMany.errorType()).isEqualTo("io.tributary.error.DataException");
    assertThat(tooMany)
        .hasMessageStartingWith("100,000,000 identifiers and 0 events in their order need 1,621 MB")
        .hasMessageEndingWith("on AWS by the parameter LinkMemory of the stack.");
  }

  @Test
  void logsLinesOfJsonThatSayWhatTheyAreAbout() {
    List<JsonNode> calls =
        json().stream()
            .filter(line -> line.path("message").asText().startsWith("Answered"))
            .map(line -> line.path("call"))
            .toList();

    assertThat(calls.size()).isGreaterThan(20);
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.path("requestId").asText()).isNotEmpty();
              assertThat(call.path("stage").asText()).isNotEmpty();
            });
    assertThat(calls)
        .filteredOn(call -> !call.path("function").asText().equals("bootstrap"))
        .allSatisfy(
            call -> assertThat(call.path("execution").asText()).startsWith("arn:aws:states:"));
    assertThat(calls)
        .filteredOn(call -> !List.of("bootstrap", "plan").contains(call.path("function").asText()))
        .allSatisfy(call -> assertThat(call.path("run").asText()).isIn("1", "2"));
  }

  @Test
  void countsWhatTheRunDid() {
    Map<String, Long> sums =
        json().stream()
            .filter(line -> line.has("_aws"))
            .flatMap(
                line ->
                    Stream.of("PaidJourneys", "Requests", "RowsRejected")
                        .map(name -> Map.entry(name, line.path(name).asLong(0))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));

    assertThat(sums.get("Requests")).isEqualTo(requests.size());
    assertThat(sums.get("PaidJourneys")).isPositive();
    assertThat(sums.get("RowsRejected")).isZero();
    assertThat(json().stream().filter(line -> line.has("_aws")).filter(line -> line.has("Stage")))
        .filteredOn(line -> line.path("Stage").asText().equals("stitch"))
        .filteredOn(line -> line.has("LargestProfile"))
        .hasSize(2)
        .allMatch(line -> line.has("QuarantineGrowth") && line.has("ProfileGrowth"));
  }

  /** CloudWatch bills each name with each set of dimensions. */
  @Test
  void writesAsManyMetricsAsTheGuideCountsInItsCosts() throws IOException {
    long metrics =
        json().stream()
            .filter(line -> line.has("_aws"))
            .flatMap(ZipRunTest::metricsOf)
            .distinct()
            .count();

    var documented = CUSTOM_METRICS.matcher(Files.readString(Path.of("../docs/deploy.md")));
    assertThat(documented.find()).isTrue();
    assertThat(Integer.parseInt(documented.group(1)))
        .as("%d metrics, to the next ten", metrics)
        .isEqualTo((int) (Math.round(metrics / 10.0) * 10));
  }

  private static Stream<String> metricsOf(JsonNode line) {
    return line.at("/_aws/CloudWatchMetrics")
        .valueStream()
        .flatMap(
            directive ->
                directive
                    .path("Dimensions")
                    .valueStream()
                    .flatMap(
                        dimensions ->
                            directive
                                .path("Metrics")
                                .valueStream()
                                .map(
                                    metric ->
                                        metric.path("Name") + " " + named(line, dimensions))));
  }

  private static String named(JsonNode line, JsonNode dimensions) {
    return dimensions
        .valueStream()
        .map(dimension -> line.path(dimension.asText()).asText())
        .collect(Collectors.joining(" "));
  }

  @Test
  void writesNoKeyNoAddressAndNothingOfTheData() {
    assertThat(everything)
        .doesNotContain(ShopCloud.KEY, "@shop.example", "taskToken", "shared-tablet", "payload");
    assertThat(sources.size()).isGreaterThan(500);
    assertThat(sources.stream().filter(everything::contains)).isEmpty();
  }

  private static List<JsonNode> json() {
    return lines.stream()
        .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
        .toList();
  }

  /** Identifiers and channels of the raw tables: cells that no log holds by chance. */
  private static List<String> valuesOf(Shop shop) throws IOException {
    try (Stream<Path> tables = Files.list(shop.files().data())) {
      return tables
          .flatMap(ZipRunTest::cells)
          .filter(cell -> cell.length() >= 12 && !Character.isDigit(cell.charAt(cell.length() - 1)))
          .distinct()
          .toList();
    }
  }

  private static Stream<String> cells(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1).flatMap(line -> Stream.of(line.split(",")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
