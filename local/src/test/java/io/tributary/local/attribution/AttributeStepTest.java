package io.tributary.local.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.AttributeStep;
import io.tributary.error.PermanentException;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A worker's way through one request, and what is left when it is killed on the way. */
class AttributeStepTest {
  private final Workplace work = new Workplace();

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void storesTheAnswerAndTheOutcomeAndReports() {
    QueueEvent event = work.request("0-000", 3);

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    // Journeys of 1, 2 and 3 sessions, each summing to 1.
    List<Map<?, ?>> lines = work.answer("0-000");
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0).toString())
        .isEqualTo(
            "{journey_hash=hash-c0, conversion_id=c0, session_id=c0-s1, initializer=1.0,"
                + " holder=1.0, closer=1.0, ihc=1.0, status=answered, reason=,"
                + " answered_at=2023-10-01 00:00:00}");
    assertThat(work.outcome("0-000").toString())
        .isEqualTo(
            "{run_id=7, request_id=0-000, journeys=3, sessions=6, attempts=1, takeovers=0,"
                + " status=succeeded, paid_journeys=3, refused_journeys=0, failed_journeys=0,"
                + " seconds=0.0, reason=}");
    assertThat(work.tasks.succeeded()).containsEntry("token-0-000", "{\"request\":\"0-000\"}");
  }

  @Test
  void callsNobodyForATaskThatWaitsNoMore() {
    QueueEvent event = work.request("0-000", 3);
    work.tasks.timeOut("token-0-000");

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isZero();
    assertThat(work.objects.has(Workplace.FOLDER.claim("0-000"))).isFalse();
  }

  @Test
  void paysTwiceOnlyAfterATakeoverWhenKilledBetweenCallAndStore() {
    QueueEvent event = work.request("0-000", 3);
    work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);

    // While the claim may still be alive nobody calls; the message comes again when it is not.
    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.service.paidJourneys()).isEqualTo(3);
    assertThat(work.queue.seconds()).containsExactly(126);
    work.clock.advance(Duration.ofSeconds(126));

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());
    assertThat(work.service.paidJourneys()).isEqualTo(6);
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(1);
    assertThat(work.tasks.succeeded()).containsKey("token-0-000");
  }

  @Test
  void paysOnceWhenKilledBetweenStoreAndReport() {
    QueueEvent event = work.request("0-000", 3);
    work.tasks.killTheNextReporter();
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    String answer = work.objects.text(Workplace.FOLDER.result("0-000"));

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.paidJourneys()).isEqualTo(3);
    assertThat(work.objects.text(Workplace.FOLDER.result("0-000"))).isEqualTo(answer);
    assertThat(work.tasks.succeeded()).containsKey("token-0-000");
  }

  @Test
  void paysOnceForAMessageThatComesTwice() {
    QueueEvent event = work.request("0-000", 3);

    work.deliver(event);
    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isEqualTo(1);
  }

  @Test
  void letsOneOfTwoWorkersCall() {
    QueueEvent event = work.request("0-000", 3);
    AttributeStep second = work.worker();
    List<QueueAnswer> answers = new ArrayList<>();
    work.service.faults().next(1, Fault.of(Fault.Kind.SERVER_ERROR));

    // The second worker gets the message while the first one waits for its second try.
    work.clock.whenWaiting(() -> answers.add(work.deliver(event, second)));
    work.deliver(event);

    assertThat(answers).containsExactly(QueueAnswer.returned("m"));
    assertThat(work.service.paidJourneys()).isEqualTo(3);
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(0);
  }

  @Test
  void leavesTheClaimToWhoeverTookItOver() {
    QueueEvent event = work.request("0-000", 3);
    AttributeStep second = work.worker();
    work.service.faults().next(1, Fault.of(Fault.Kind.SERVER_ERROR));
    work.clock.whenWaiting(() -> comesMuchLater(event, second));

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.returned("m"));

    assertThat(work.objects.text(Workplace.FOLDER.claim("0-000")))
        .contains("\"owner\":\"invocation-2\"")
        .contains("\"state\":\"HELD\"");
  }

  @Test
  void keepsTheFirstAnswerWhenALostWorkerStoresAnother() {
    QueueEvent event = work.request("0-000", 3);
    AttributeStep second = work.worker();
    work.objects.beforeTheNextWriteOf(
        Workplace.FOLDER.result("0-000"), () -> comesMuchLater(event, second));

    work.deliver(event);

    assertThat(work.answer("0-000").get(0).get("answered_at")).isEqualTo("2023-10-01 00:02:06");
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(1);
    assertThat(work.tasks.succeeded()).hasSize(1);
  }

  @Test
  void keepsTheAnswerOfALostWorkerThatStoresItAfterAll() {
    QueueEvent event = work.request("0-000", 1);
    work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    work.objects.beforeTheNextWriteOf(
        Workplace.FOLDER.result("0-000"),
        () -> work.store().put(Workplace.FOLDER.result("0-000"), answerOfTheLost()));

    comesMuchLater(event, work.worker());

    // Its answer stands, and the second call is not lost sight of.
    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.answer("0-000").get(0).get("answered_at")).isEqualTo("2023-10-01 00:01:00");
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(1);
  }

  @Test
  void keepsWhatIsPaidThoughALostWorkerFailedMeanwhile() {
    QueueEvent event = work.request("0-000", 1);
    work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    byte[] failed =
        "{\"request_id\":\"0-000\",\"status\":\"failed\"}".getBytes(StandardCharsets.UTF_8);
    work.objects.beforeTheNextWriteOf(
        Workplace.FOLDER.result("0-000"),
        () -> work.store().put(Workplace.FOLDER.result("0-000"), failed));

    comesMuchLater(event, work.worker());

    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
    assertThat(work.tasks.succeeded()).containsKey("token-0-000");
  }

  @Test
  void keepsWhatIsPaidThoughTheRequestWasGivenUpMeanwhile() {
    QueueEvent event = work.request("0-000", 1);
    byte[] givenUp =
        "{\"request_id\":\"0-000\",\"status\":\"failed\"}".getBytes(StandardCharsets.UTF_8);
    work.objects.beforeTheNextWriteOf(
        Workplace.FOLDER.result("0-000"),
        () -> work.store().put(Workplace.FOLDER.result("0-000"), givenUp));

    work.deliver(event);

    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(0);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
  }

  private static byte[] answerOfTheLost() {
    String lines =
        """
        {"journey_hash":"hash-c0","conversion_id":"c0","session_id":"c0-s1","initializer":1,\
        "holder":1,"closer":1,"ihc":1,"status":"answered","reason":"",\
        "answered_at":"2023-10-01 00:01:00"}
        {"run_id":7,"request_id":"0-000","journeys":1,"sessions":1,"attempts":1,"takeovers":0,\
        "status":"succeeded","paid_journeys":1,"refused_journeys":0,"failed_journeys":0,\
        "seconds":60,"reason":""}
        """;
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void reportsAFailureAgainWithoutCallingWhenKilledBeforeItsReport() {
    work.service.faults().next(1000, Fault.of(Fault.Kind.BAD_REQUEST));
    QueueEvent event = work.request("0-000", 3);
    work.tasks.killTheNextReporter();
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    long calls = work.service.calls();

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isEqualTo(calls);
    assertThat(work.tasks.failed().get("token-0-000").cause())
        .isEqualTo("The service answered 400: The journeys are not valid.");
  }

  @Test
  void letsOneOfTwoWorkersTakeAClaimOver() {
    QueueEvent event = work.request("0-000", 3);
    work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    work.clock.advance(Duration.ofSeconds(126));
    // A claim is first tried as a new one, then as one that is free: another is faster there,
    // and is killed too before it stores anything.
    work.objects.beforeTheNextWriteOf(Workplace.FOLDER.claim("0-000"), () -> {});
    work.objects.beforeTheNextWriteOf(
        Workplace.FOLDER.claim("0-000"),
        () -> {
          work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
          assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
        });

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.returned("m"));

    assertThat(work.service.paidJourneys()).isEqualTo(6);
  }

  private void comesMuchLater(QueueEvent event, AttributeStep worker) {
    work.clock.advance(Duration.ofSeconds(126));
    work.deliver(event, worker);
  }

  @Test
  void returnsAMessageThatIsNone() {
    assertThat(work.deliver(Workplace.event("{\"run\":1}", 1)))
        .isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.deliver(Workplace.event("hello", 1))).isEqualTo(QueueAnswer.returned("m"));
  }

  @Test
  void wantsOneMessageAtATime() {
    QueueEvent.Message message = work.request("0-000", 1).records().get(0);

    assertThatThrownBy(() -> work.deliver(new QueueEvent(List.of(message, message))))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("BatchSize");
  }
}
