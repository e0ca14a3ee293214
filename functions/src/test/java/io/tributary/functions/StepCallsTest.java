package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.step.Figure;
import io.tributary.step.Invocation;
import io.tributary.step.PunctualStep;
import io.tributary.step.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class StepCallsTest {
  private static final Instant NOW = Instant.parse("2023-03-01T08:00:00Z");
  private static final String INPUT =
      """
      {"run": 7, "stage": "extract", "execution": "arn:aws:states:x", "part": 2,
       "key": "secret-key", "email": "ann@shop.example"}""";

  private final List<String> lines = new ArrayList<>();
  private final LogLines log = new LogLines();

  @BeforeEach
  void listen() {
    Logger.getLogger(StepCalls.class.getName()).addHandler(log);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger(StepCalls.class.getName()).removeHandler(log);
  }

  record Part(int part) {}

  @Test
  void answersAsTheStepDoes() {
    var calls = calls((input, invocation) -> Map.of("next", input.part() + 1));

    assertThat(answer(calls, INPUT)).isEqualTo("{\"next\":3}");
  }

  @Test
  void tellsTheStepItsDeadline() {
    var deadlines = new ArrayList<Instant>();
    var calls = calls((input, invocation) -> deadlines.add(invocation.deadline()));
    answer(calls, INPUT);

    assertThat(deadlines).containsExactly(NOW.plusSeconds(60));
  }

  @Test
  void labelsTheStepsLogsAndNothingAfterwards() {
    var labels = new ArrayList<Map<String, String>>();
    var calls = calls((input, invocation) -> labels.add(MDC.getCopyOfContextMap()));
    answer(calls, INPUT);

    assertThat(labels.get(0))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "run", "7",
                "stage", "extract",
                "execution", "arn:aws:states:x",
                "function", "some-step",
                "requestId", "call-1"));
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void writesFiguresInTheEmbeddedFormat() {
    var calls =
        calls(
            (input, invocation) -> {
              invocation.figures().add(Figure.ROWS_IN, 40);
              invocation.figures().add(Figure.ROWS_REJECTED, 10);
              return "";
            });
    answer(calls, INPUT);

    JsonNode line = onlyLine();
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("Shops");
    assertThat(directive.path("Dimensions")).hasToString("[[\"Project\"],[\"Project\",\"Stage\"]]");
    assertThat(directive.path("Metrics").findValuesAsText("Name"))
        .containsExactlyInAnyOrder("Rows", "RowsRejected", "RejectedShare", "Seconds");
    assertThat(line.path("Rows").asLong()).isEqualTo(40);
    assertThat(line.path("RejectedShare").asDouble()).isEqualTo(0.25);
    assertThat(line.path("Seconds").isNumber()).isTrue();
    assertThat(line.path("Project").asText()).isEqualTo("shop");
    assertThat(line.path("Stage").asText()).isEqualTo("extract");
    assertThat(line.path("run").asText()).isEqualTo("7");
  }

  @Test
  void labelsWhatAStepLogsThatKeepsItsTime() {
    var labels = new ArrayList<Map<String, String>>();
    var step = new SomeStep((input, invocation) -> labels.add(MDC.getCopyOfContextMap()));
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var metrics = new MetricLines("Shops", "shop", lines::add);
    var calls = new StepCalls<>(new PunctualStep<>(step, clock), metrics, clock);
    answer(calls, INPUT);
    answer(calls, INPUT.replace("7", "8"));

    assertThat(labels).extracting(label -> label.get("run")).containsExactly("7", "8");
  }

  @Test
  void countsAFailureByItsCodeAndLetsItThroughAsTheKindThatItIs() {
    var failure = new DataException(ErrorCode.NOT_RECONCILED, "ann@shop.example is missing.");
    var calls =
        calls(
            (input, invocation) -> {
              throw failure;
            });

    assertThatThrownBy(() -> answer(calls, INPUT))
        .isInstanceOf(DataException.class)
        .hasMessage("<address> is missing.")
        .extracting(thrown -> ((DataException) thrown).code())
        .isEqualTo(ErrorCode.NOT_RECONCILED);
    assertThat(onlyLine().path("Code").asText()).isEqualTo("NOT_RECONCILED");
    assertThat(onlyLine().path("Failures").asLong()).isEqualTo(1);
    assertThat(onlyLine().path("ReconciliationFailed").asLong()).isEqualTo(1);
    assertThat(log.text).contains("NOT_RECONCILED");
    assertNothingGivenAway();
  }

  @Test
  void saysThatAnInputCannotBeReadWithoutRepeatingIt() {
    var calls = calls((input, invocation) -> "");

    assertThatThrownBy(() -> answer(calls, "{\"part\": \"secret-key\"}"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("events/some-step.json")
        .hasMessageNotContaining("secret-key")
        .hasNoCause();
    assertThatThrownBy(() -> answer(calls, "ann@shop.example"))
        .isInstanceOf(PermanentException.class)
        .hasMessageNotContaining("ann@shop.example")
        .hasNoCause();
    assertNothingGivenAway();
  }

  @Test
  void labelsByNamesAndNumbersOnly() {
    answer(
        calls((input, invocation) -> ""),
        "{\"part\":1,\"run\":7,\"execution\":{\"email\":\"ann@shop.example\"}}");

    assertThat(onlyLine().path("run").asText()).isEqualTo("7");
    assertThat(onlyLine().has("execution")).isFalse();
    assertNothingGivenAway();
  }

  @Test
  void labelsAQueuesEventByItsOnlyMessage() {
    String event =
        message(
            "{'request':'3-017','run':7,'taskToken':'secret-key','execution':'arn:aws:states:x'}");

    answer(calls((input, invocation) -> ""), "{\"part\":1,\"Records\":[" + event + "]}");

    assertThat(onlyLine().path("request").asText()).isEqualTo("3-017");
    assertThat(onlyLine().path("run").asText()).isEqualTo("7");
    assertThat(onlyLine().path("Stage").asText()).isEqualTo("some-step");
    assertNothingGivenAway();
  }

  @Test
  void labelsAQueuesEventByWhatAllItsMessagesAgreeOn() {
    String first = message("{'request':'3-017','run':7,'execution':'arn:aws:states:x'}");
    String second = message("{'request':'3-018','run':7,'execution':'arn:aws:states:y'}");

    answer(
        calls((input, invocation) -> ""),
        "{\"part\":1,\"Records\":[" + first + "," + second + "]}");

    assertThat(onlyLine().path("run").asText()).isEqualTo("7");
    assertThat(onlyLine().has("request")).isFalse();
    assertThat(onlyLine().has("execution")).isFalse();
  }

  @Test
  void labelsAMessageThatNobodyCanReadByNothing() {
    String event = message("ann@shop.example");

    answer(calls((input, invocation) -> ""), "{\"part\":1,\"Records\":[" + event + "]}");

    assertThat(onlyLine().has("run")).isFalse();
    assertNothingGivenAway();
  }

  /** A message of a queue; its body's quotes are single. */
  private static String message(String body) {
    return Json.MAPPER.createObjectNode().put("body", body.replace((char) 39, '"')).toString();
  }

  private void assertNothingGivenAway() {
    assertThat(lines + log.text.toString()).doesNotContain("secret-key", "ann@shop.example");
  }

  private JsonNode onlyLine() {
    assertThat(lines).hasSize(1);
    return Json.read(lines.get(0).getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private static String answer(StepCalls<?, ?> calls, String input) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return new String(
        calls.answer(bytes, "call-1", Duration.ofSeconds(60)), StandardCharsets.UTF_8);
  }

  private StepCalls<Part, Object> calls(BiFunction<Part, Invocation, Object> work) {
    return new StepCalls<>(
        new SomeStep(work),
        new MetricLines("Shops", "shop", lines::add),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private record SomeStep(BiFunction<Part, Invocation, Object> work) implements Step<Part, Object> {
    @Override
    public String name() {
      return "some-step";
    }

    @Override
    public Class<Part> inputType() {
      return Part.class;
    }

    @Override
    public Object run(Part input, Invocation invocation) {
      return work.apply(input, invocation);
    }
  }

  /** What is logged: message, parameters and stack traces. */
  private static final class LogLines extends Handler {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void publish(LogRecord line) {
      text.append(line.getMessage()).append(List.of(parameters(line))).append(line.getThrown());
    }

    private static Object[] parameters(LogRecord line) {
      return line.getParameters() == null ? new Object[0] : line.getParameters();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
