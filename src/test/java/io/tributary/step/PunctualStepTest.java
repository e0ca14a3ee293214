package io.tributary.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.PipelineException;
import io.tributary.error.TransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a step is not ended, its test would wait for ever: hence the limit in its own thread. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PunctualStepTest {
  private static final Instant NOW = Instant.parse("2023-03-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void givesTheAnswerOfAStepThatIsDoneInTime() {
    var step = punctual(text -> text + "!");

    assertThat(step.run("done", within(Duration.ofMinutes(1)))).isEqualTo("done!");
  }

  @Test
  void saysThatAStepCouldNotFinishAndInterruptsIt() throws InterruptedException {
    var interrupted = new CountDownLatch(1);
    var step = punctual(text -> awaitForEver(interrupted));

    assertThatThrownBy(() -> step.run("slow", within(Duration.ofMillis(20))))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("'echo' was not done 2 seconds before its time was over")
        .extracting(thrown -> ((PipelineException) thrown).code())
        .isEqualTo(ErrorCode.OUT_OF_TIME);
    interrupted.await();
  }

  @Test
  void saysSoTooOfAStepThatDoesNotHeedTheInterruption() {
    var end = new CountDownLatch(1);
    var begun = new AtomicInteger();
    var step =
        punctual(
            text -> {
              begun.incrementAndGet();
              return awaitUninterruptibly(end);
            });

    assertThatThrownBy(() -> step.run("deaf", within(Duration.ofMillis(20))))
        .isInstanceOf(TransientException.class);
    assertThatThrownBy(() -> step.run("next", within(Duration.ofMillis(20))))
        .isInstanceOf(TransientException.class);
    assertThat(begun).as("there is never more than one at a time").hasValue(1);
    end.countDown();
    assertThat(step.run("later", within(Duration.ofMinutes(1)))).isEqualTo("later");
  }

  @Test
  void letsTheStepsOwnFailureThroughAsItIs() {
    var failure = new DataException(ErrorCode.STATEMENT_FAILED, "No such column.");
    var step =
        punctual(
            text -> {
              throw failure;
            });

    assertThatThrownBy(() -> step.run("bad", within(Duration.ofMinutes(1)))).isSameAs(failure);
  }

  private static Invocation within(Duration usable) {
    return new Invocation("call-1", NOW.plus(PunctualStep.RESERVE).plus(usable));
  }

  private static String awaitForEver(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return "never";
  }

  private static String awaitUninterruptibly(CountDownLatch end) {
    while (true) {
      try {
        end.await();
        return "later";
      } catch (InterruptedException e) {
        // Deaf, as work in a processor loop is.
      }
    }
  }

  private static PunctualStep<String, String> punctual(UnaryOperator<String> work) {
    return new PunctualStep<>(new Echo(work), CLOCK);
  }

  private record Echo(UnaryOperator<String> work) implements Step<String, String> {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public Class<String> inputType() {
      return String.class;
    }

    @Override
    public String run(String input, Invocation invocation) {
      return work.apply(input);
    }
  }
}
