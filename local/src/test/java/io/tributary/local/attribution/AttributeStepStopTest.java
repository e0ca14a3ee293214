package io.tributary.local.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.AttributeStep;
import io.tributary.error.PermanentException;
import io.tributary.error.UserException;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that refuses the key: no worker of the run sends anything after it. */
class AttributeStepStopTest {
  private final Workplace work = new Workplace();

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void stopsTheRunWhenTheKeyIsRefused() {
    work.service.faults().next(1, Fault.of(Fault.Kind.UNAUTHORIZED));
    QueueEvent first = work.request("0-000", 3);
    QueueEvent second = work.request("0-001", 3);

    assertThat(work.deliver(first)).isEqualTo(QueueAnswer.done());
    assertThat(work.deliver(second)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isEqualTo(1);
    for (String request : List.of("0-000", "0-001")) {
      var failure = work.tasks.failed().get("token-" + request);
      assertThat(failure.error()).isEqualTo(UserException.class.getName());
      assertThat(failure.cause())
          .isEqualTo(
              "The attribution service does not take the key (it answered 401): put a valid key"
                  + " into the secret 'tributary/ihc' (locally the environment variable"
                  + " TRIBUTARY_SECRET_TRIBUTARY_IHC) and run again.");
      assertThat(work.outcome(request).get("status")).isEqualTo("failed");
      assertThat(work.answer(request)).isEmpty();
    }
  }

  @Test
  void stopsTheRunThoughTheWorkerIsKilledBeforeItSaysSo() {
    work.service.faults().next(1, Fault.of(Fault.Kind.FORBIDDEN));
    QueueEvent event = work.request("0-000", 3);
    work.tasks.killTheNextReporter();
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isEqualTo(1);
    assertThat(work.tasks.failed().get("token-0-000").error())
        .isEqualTo(UserException.class.getName());
  }

  @Test
  void sendsNothingWhenTheKeyIsRefusedWhileItWaitsForItsTurn() {
    // 4 workers and 2 calls a second over all: each starts one every 2 s.
    work.plan(2, 4);
    AttributeStep waiting = work.worker();
    work.deliver(work.request("0-000", 1), waiting);
    work.service.faults().next(1, Fault.of(Fault.Kind.FORBIDDEN));
    QueueEvent refused = work.request("0-001", 1);
    QueueEvent event = work.request("0-002", 1);
    work.clock.whenWaiting(() -> work.deliver(refused));

    work.deliver(event, waiting);

    assertThat(work.service.calls()).isEqualTo(2);
    assertThat(work.tasks.failed().get("token-0-002").error())
        .isEqualTo(UserException.class.getName());
  }

  @Test
  void callsNobodyForABodyThatIsGone() {
    QueueEvent event = work.request("0-000", 3);
    work.store().delete(Workplace.body("0-000"));

    assertThatThrownBy(() -> work.deliver(event))
        .isInstanceOf(PermanentException.class)
        .hasMessage(
            "The body s3://bucket/runs/7/requests/0-000-1.ndjson of request 0-000 of run 7 is"
                + " gone; run again.");
    assertThat(work.service.calls()).isZero();
  }

  @Test
  void stopsBeforeItsNextTryWhenAnotherWorkersKeyWasRefused() {
    work.service.faults().next(1, Fault.of(Fault.Kind.SERVER_ERROR));
    work.service.faults().next(1, Fault.of(Fault.Kind.FORBIDDEN));
    QueueEvent first = work.request("0-000", 3);
    QueueEvent second = work.request("0-001", 3);

    work.clock.whenWaiting(() -> work.deliver(second));
    work.deliver(first);

    assertThat(work.service.calls()).isEqualTo(2);
    assertThat(work.tasks.failed()).containsOnlyKeys("token-0-000", "token-0-001");
  }
}
