package io.tributary.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import io.tributary.json.Json;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalFunctionsTest {
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  private final LocalFunctions functions =
      new LocalFunctions(Clock.fixed(NOW, ZoneOffset.UTC), Json.MAPPER);

  record Order(String id, Instant at, Duration age) {}

  record Answer(String id, Instant deadline, int calls) {}

  interface Body {
    Object run(Order order, Invocation invocation) throws Exception;
  }

  private static final class OrderStep implements Step<Order, Object> {
    private final Body body;

    private OrderStep(Body body) {
      this.body = body;
    }

    @Override
    public String name() {
      return "order";
    }

    @Override
    public Class<Order> inputType() {
      return Order.class;
    }

    @Override
    public Object run(Order input, Invocation invocation) {
      try {
        return body.run(input, invocation);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void register(Body body) {
    functions.register("order", Duration.ofSeconds(60), () -> new OrderStep(body));
  }

  @Test
  void readsTheInputRecordAndWritesTheOutputRecord() throws Exception {
    register((order, call) -> new Answer(order.id(), call.deadline(), 1));

    String output = functions.invoke("order", "{\"id\":\"a\",\"at\":\"2024-01-01T00:00:00Z\"}");

    assertThat(output)
        .isEqualTo("{\"id\":\"a\",\"deadline\":\"2024-01-01T00:01:00Z\",\"calls\":1}");
  }

  @Test
  void isCalledByItsArnToo() throws Exception {
    register((order, call) -> order.id());

    assertThat(functions.arn("order"))
        .isEqualTo("arn:aws:lambda:local:000000000000:function:order");
    assertThat(functions.invoke(functions.arn("order"), "{\"id\":\"a\"}")).isEqualTo("\"a\"");
    assertThat(functions.invoke(functions.arn("order") + ":live", "{\"id\":\"b\"}"))
        .isEqualTo("\"b\"");
  }

  @Test
  void tellsWhatAStepThrewByItsClass() {
    register(
        (order, call) -> {
          throw new TransientException(ErrorCode.SERVICE_THROTTLED, "Try later.");
        });

    FunctionFailure failure =
        catchThrowableOfType(FunctionFailure.class, () -> functions.invoke("order", "{}"));

    assertThat(failure.errorType()).isEqualTo("io.tributary.error.TransientException");
    assertThat(failure).hasMessage("Try later.");
    assertThat(failure.frames()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
    assertThat(failure.frames().get(0)).contains("LocalFunctionsTest");
  }

  @Test
  void tellsAnInputThatIsNotTheRecordByJacksonsClass() {
    register((order, call) -> order);

    assertThatThrownBy(() -> functions.invoke("order", "[1]"))
        .isInstanceOfSatisfying(
            FunctionFailure.class,
            failure -> assertThat(failure.errorType()).endsWith("MismatchedInputException"));
  }

  @Test
  void refusesAFunctionThatIsNotThereAndASecondOfOneName() {
    register((order, call) -> order);

    assertThatThrownBy(() -> functions.invoke("missing", "{}"))
        .isInstanceOfSatisfying(
            FunctionFailure.class,
            failure ->
                assertThat(failure.errorType()).isEqualTo("Lambda.ResourceNotFoundException"));
    assertThatThrownBy(() -> register((order, call) -> order))
        .hasMessage("There is already a function 'order'.");
  }

  @Test
  void takesAndGivesAtMostSixMegabytes() throws Exception {
    register((order, call) -> order.id().length() > 10 ? order.id() + "xx" : order.id());
    // {"id":"…"} is 9 characters around the text.
    String largest = "{\"id\":\"" + "a".repeat(LocalFunction.LARGEST_PAYLOAD - 9) + "\"}";
    String tooLarge = largest.replace("\"}", "a\"}");

    assertThatThrownBy(() -> functions.invoke("order", tooLarge))
        .isInstanceOfSatisfying(
            FunctionFailure.class,
            failure ->
                assertThat(failure.errorType()).isEqualTo("Lambda.RequestTooLargeException"));
    // The answer is the text in quotes, 9 - 2 - 2 bytes shorter than the request.
    assertThat(functions.invoke("order", largest)).hasSize(LocalFunction.LARGEST_PAYLOAD - 5);
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    register((order, call) -> "a".repeat(LocalFunction.LARGEST_PAYLOAD));

    assertThatThrownBy(() -> functions.invoke("order", "{}"))
        .isInstanceOfSatisfying(
            FunctionFailure.class,
            failure -> assertThat(failure.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
  }

  @Test
  void reusesAFreeEnvironmentAndMakesANewOneForACallAtTheSameTime() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(2);
    functions.register(
        "order",
        Duration.ofSeconds(60),
        () -> {
          made.incrementAndGet();
          return new OrderStep(
              (order, call) ->
                  order.id().equals("alone") ? 0 : together.await(20, TimeUnit.SECONDS));
        });

    functions.invoke("order", "{\"id\":\"alone\"}");
    functions.invoke("order", "{\"id\":\"alone\"}");
    assertThat(made).hasValue(1);

    CompletableFuture<String> first = functions.start("order", "{\"id\":\"pair\"}");
    CompletableFuture<String> second = functions.start("order", "{\"id\":\"pair\"}");
    first.join();
    second.join();
    assertThat(made).hasValue(2);
  }

  @Test
  void givesACallUpAfterItsTimeoutAndThrowsTheEnvironmentAway() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch interrupted = new CountDownLatch(1);
    functions.register(
        "slow",
        Duration.ofSeconds(1),
        () -> {
          int environment = made.incrementAndGet();
          return new OrderStep((order, call) -> environment == 1 ? hang(interrupted) : "done");
        });

    assertThatThrownBy(() -> functions.invoke("slow", "{}"))
        .isInstanceOfSatisfying(
            FunctionFailure.class,
            failure -> assertThat(failure.errorType()).isEqualTo("Sandbox.Timedout"))
        .hasMessageContaining("Task timed out after 1.00 seconds");
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(functions.invoke("slow", "{}")).isEqualTo("\"done\"");
    assertThat(made).hasValue(2);
  }

  private static Object hang(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      return "late";
    }
  }
}
