package io.tributary.local.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAttributionServiceTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private LocalAttributionService service =
      LocalAttributionService.start(ServiceSettings.defaults());

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void sharesHolderAndCloserAmongTheSessionsThatEngaged() throws Exception {
    JsonNode answer =
        json(
            call(
                body(
                    session("c", "1", 1, 0, 0),
                    session("c", "2", 1, 1, 0),
                    session("c", "3", 0, 0, 1))));

    // Session 1: 0.345 + 0.380/2; session 2: 0.380/2 + 0.275; session 3: nothing.
    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("partialFailureErrors")).isEmpty();
    assertThat(ihc(answer).get(0)).isCloseTo(0.535, within(1e-12));
    assertThat(ihc(answer).get(1)).isCloseTo(0.465, within(1e-12));
    assertThat(ihc(answer).get(2)).isZero();
    assertThat(answer.path("value").get(0).path("initializer").asDouble()).isEqualTo(1);
    assertThat(answer.path("value").get(1).path("holder").asDouble()).isEqualTo(0.5);
    assertThat(answer.path("value").get(1).path("closer").asDouble()).isEqualTo(1);
  }

  @Test
  void scalesAwayTheShareOfARoleThatNobodyHas() throws Exception {
    JsonNode answer = json(call(body(session("c", "1", 0, 0, 0), session("c", "2", 0, 1, 1))));

    // Without a holder 0.345 and 0.275 share the conversion: 0.345 / 0.62 = 0.5564….
    assertThat(ihc(answer).get(0)).isCloseTo(0.345 / 0.62, within(1e-15));
    assertThat(ihc(answer).get(1)).isCloseTo(0.275 / 0.62, within(1e-15));
  }

  @Test
  void takesSessionsOfOneSecondInTheOrderOfTheCall() throws Exception {
    JsonNode answer = json(call(body(session("c", "2", 0, 0, 0), session("c", "1", 0, 0, 1))));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("value").get(0).path("session_id").asText()).isEqualTo("2");
    assertThat(answer.path("value").get(0).path("initializer").asDouble()).isEqualTo(1);
  }

  @Test
  void countsCallsAndPaidJourneys() throws Exception {
    call(body(session("a", "1", 0, 0, 1), session("b", "1", 0, 0, 1)));
    call(body(session("a", "1", 0, 0, 1)));
    call("nonsense");

    assertThat(service.calls()).isEqualTo(3);
    assertThat(service.paidJourneys()).isEqualTo(3);
    assertThat(service.timesPaid()).containsEntry("a", 2).containsEntry("b", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST,400",
    "UNAUTHORIZED,401",
    "FORBIDDEN,403",
    "TOO_LARGE,413",
    "SERVER_ERROR,500"
  })
  void failsTheNextCallsAsTold(Fault.Kind kind, int status) throws Exception {
    service.faults().next(2, Fault.of(kind));

    assertThat(call(one()).statusCode()).isEqualTo(status);
    assertThat(call(one()).statusCode()).isEqualTo(status);
    assertThat(call(one()).statusCode()).isEqualTo(200);
    assertThat(service.paidJourneys()).isEqualTo(1);
  }

  @Test
  void tellsAThrottledCallerHowLongToWait() throws Exception {
    service.faults().next(1, Fault.throttled(Duration.ofSeconds(7)));

    HttpResponse<String> answer = call(one());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void answersTheRestWhenOneConversionIsAtFault() throws Exception {
    service.faults().forConversion("b", Fault.of(Fault.Kind.PARTIAL));

    JsonNode answer = json(call(body(session("a", "1", 0, 0, 1), session("b", "1", 0, 0, 1))));

    assertThat(answer.path("statusCode").asInt()).isEqualTo(206);
    assertThat(answer.path("value")).hasSize(1);
    assertThat(answer.path("partialFailureErrors").get(0).path("conversion_id").asText())
        .isEqualTo("b");
    assertThat(service.timesPaid()).containsOnlyKeys("a");
  }

  @Test
  void cutsTheConnectionWithoutAnAnswer() {
    service.faults().next(1, Fault.of(Fault.Kind.CUT));

    assertThatThrownBy(() -> call(one())).isInstanceOf(IOException.class);
    assertThat(service.paidJourneys()).isZero();
  }

  @Test
  void answersTextThatIsNoJson() throws Exception {
    service.faults().next(1, Fault.of(Fault.Kind.MALFORMED));

    HttpResponse<String> answer = call(one());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> json(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void takesAsLongAsItWasTold() throws Exception {
    service.faults().next(1, Fault.slow(Duration.ofMillis(80)));
    long started = System.nanoTime();

    call(one());

    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(80));
  }

  @Test
  void refusesACallBeyondItsLimits() throws Exception {
    restart(ServiceSettings.defaults().withLimits(1, 2));

    assertThat(call(body(session("a", "1", 0, 0, 1), session("b", "1", 0, 0, 1))).body())
        .contains("at most 1 conversions and 2 sessions, not 2 and 2");
    assertThat(
            call(body(
                    session("a", "1", 0, 0, 0),
                    session("a", "2", 0, 0, 0),
                    session("a", "3", 0, 0, 1)))
                .statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"timestamp\":\"2023-09-06 12:15:35\"', '\"timestamp\":\"yesterday\"', yesterday",
    "'\"conversion\":1', '\"conversion\":0', last session",
    "'\"closer_engagement\":0', '\"closer_engagement\":2', closer_engagement",
    "'\"channel_label\":\"Direct\",', '', channel_label"
  })
  void refusesAJourneyThatIsNotAsItShouldBe(String right, String wrong, String said)
      throws Exception {
    HttpResponse<String> answer = call(one().replace(right, wrong));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void wantsTheKeyWhereOneIsSet() throws Exception {
    restart(ServiceSettings.defaults().withKey("right"));

    assertThat(service.endpoint().needsKey()).isTrue();
    assertThat(call(one()).statusCode()).isEqualTo(401);
    assertThat(call(one(), "wrong").statusCode()).isEqualTo(403);
    assertThat(call(one(), "right").statusCode()).isEqualTo(200);
  }

  @Test
  void givesARecordedConversionBackAsItIs(@TempDir Path folder) throws Exception {
    String row =
        "{\"conversion_id\":\"c\",\"session_id\":\"%s\",\"initializer\":1.0,\"holder\":0.25,\"closer\":0,\"ihc\":0.75}";
    Path file =
        Files.write(
            folder.resolve("answers.ndjson"),
            Stream.of("1", "2")
                .map(id -> "{\"statusCode\":200,\"value\":[" + row.formatted(id) + "]}")
                .toList());
    restart(ServiceSettings.defaults().withRecording(file));

    JsonNode answer = json(call(body(session("c", "1", 0, 0, 1), session("other", "9", 0, 0, 1))));

    // Both responses' rows of c, and the conversion that is not recorded is calculated.
    assertThat(ihc(answer)).containsExactly(0.75, 0.75, 1.0);
    assertThat(service.endpoint().fingerprint()).hasSizeGreaterThan("stand-in:".length());
  }

  @Test
  void refusesARecordingThatIsNone(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("answers.ndjson"), List.of("{}", "{oops"));

    assertThatThrownBy(
            () -> LocalAttributionService.start(ServiceSettings.defaults().withRecording(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("answers.ndjson:2");
  }

  @Test
  void letsMoreCallsWaitAtOnceThanItHasThreads() {
    restart(ServiceSettings.defaults().withLatency(Duration.ofSeconds(1)));

    CompletableFuture.allOf(
            IntStream.range(0, 32)
                .mapToObj(i -> http.sendAsync(request(one()).build(), BodyHandlers.ofString()))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(service.mostAtOnce()).isGreaterThan(8);
  }

  private void restart(ServiceSettings settings) {
    service.close();
    service = LocalAttributionService.start(settings);
  }

  private HttpResponse<String> call(String body) throws Exception {
    return http.send(request(body).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> call(String body, String key) throws Exception {
    return http.send(request(body).header("x-api-key", key).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String body) {
    URI address = service.endpoint().base().resolve("/v1/compute_ihc?conv_type_id=my_type");
    return HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body());
  }

  private static List<Double> ihc(JsonNode answer) {
    return answer.path("value").findValues("ihc").stream().map(JsonNode::asDouble).toList();
  }

  private static String one() {
    return body(session("c", "1", 0, 0, 1));
  }

  private static String body(String... sessions) {
    return "{\"customer_journeys\":[" + String.join(",", sessions) + "]}";
  }

  private static String session(
      String conversion, String session, int holder, int closer, int last) {
    return """
        {"conversion_id":"%s","session_id":"%s","timestamp":"2023-09-06 12:15:35",\
        "channel_label":"Direct","holder_engagement":%d,"closer_engagement":%d,\
        "conversion":%d,"impression_interaction":0}"""
        .formatted(conversion, session, holder, closer, last);
  }
}
