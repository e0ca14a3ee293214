package io.tributary.local.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.PermanentException;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailRequestStepTest {
  private final Workplace work = new Workplace();

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void keepsTheBodyAndFailsTheTask() {
    QueueEvent event = work.request("0-000", 3);
    work.service.faults().next(5, Fault.of(Fault.Kind.SERVER_ERROR));
    work.deliver(event);

    assertThat(work.fail(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.objects.text(Workplace.FOLDER.deadLetter("0-000")))
        .isEqualTo(work.objects.text(Workplace.body("0-000")));
    assertThat(work.outcome("0-000").get("status")).isEqualTo("failed");
    assertThat(work.outcome("0-000").get("attempts")).isEqualTo(5);
    assertThat(work.outcome("0-000").get("failed_journeys")).isEqualTo(3);
    assertThat(work.tasks.failed().get("token-0-000").error())
        .isEqualTo(PermanentException.class.getName());
    assertThat(work.tasks.failed().get("token-0-000").cause())
        .isEqualTo(
            "All tries for request 0-000 of run 7 are used up."
                + " Last: The service answered 500: Something went wrong.");
  }

  @Test
  void reportsAnAnswerThatIsThere() {
    QueueEvent event = work.request("0-000", 3);
    work.tasks.killTheNextReporter();
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);

    work.fail(event);

    assertThat(work.tasks.succeeded()).containsKey("token-0-000");
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
  }

  @Test
  void keepsWhatWasPaidBeforeTheTriesWereUsedUp() {
    // The first call asks again for c0, which then fails until the tries are used up.
    work.service.faults().next(1, Fault.of(Fault.Kind.PARTIAL));
    work.service.faults().next(5, Fault.of(Fault.Kind.SERVER_ERROR));
    QueueEvent event = work.request("0-000", 3);
    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.returned("m"));

    work.fail(event);

    assertThat(work.outcome("0-000").get("paid_journeys")).isEqualTo(2);
    assertThat(work.answer("0-000")).hasSize(2 + 3);
    assertThat(work.tasks.failed()).containsKey("token-0-000");
  }

  @Test
  void keepsAnOutcomeThatIsThere() {
    QueueEvent event = work.request("0-000", 3);
    byte[] kept = "{\"request_id\":\"0-000\",\"status\":\"failed\"}".getBytes(UTF_8);
    work.store().put(Workplace.FOLDER.result("0-000"), kept);

    work.fail(event);

    assertThat(work.store().read(Workplace.FOLDER.result("0-000"))).isEqualTo(kept);
  }

  @Test
  void failsTheTaskThoughTheBodyIsGone() {
    QueueEvent event = work.request("0-000", 3);
    work.store().delete(Workplace.body("0-000"));
    work.clock.advance(Duration.ofDays(1));

    work.fail(event);

    assertThat(work.tasks.failed()).containsKey("token-0-000");
  }

  @Test
  void returnsWhatItCannotRead() {
    assertThat(work.fail(Workplace.event("{}", 1))).isEqualTo(QueueAnswer.returned("m"));
  }
}
