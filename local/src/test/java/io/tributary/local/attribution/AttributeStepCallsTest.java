package io.tributary.local.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.AttributeStep;
import io.tributary.error.PermanentException;
import io.tributary.error.UserException;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a worker meets each way in which the service can fail. */
class AttributeStepCallsTest {
  private Workplace work = new Workplace();

  @AfterEach
  void close() {
    work.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "CUT", "MALFORMED", "THROTTLED"})
  void triesAgainAfterAGrowingWait(Fault.Kind kind) {
    work.service.faults().next(2, Fault.of(kind));

    work.deliver(work.request("0-000", 3));

    assertThat(work.clock.waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(work.outcome("0-000").get("attempts")).isEqualTo(3);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
    assertThat(work.outcome("0-000").get("reason")).isEqualTo("");
    assertThat(work.service.paidJourneys()).isEqualTo(3);
  }

  @Test
  void waitsAsLongAsTheServiceAsks() {
    work.service.faults().next(1, Fault.throttled(Duration.ofSeconds(30)));

    work.deliver(work.request("0-000", 3));

    assertThat(work.clock.waits()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void givesUpACallThatTakesTooLong() {
    work.callTimeout(Duration.ofMillis(100));
    work.service.faults().next(1, Fault.slow(Duration.ofSeconds(5)));

    work.deliver(work.request("0-000", 3));

    assertThat(work.service.calls()).isEqualTo(2);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
  }

  @Test
  void givesTheMessageBackForLongerEachTimeWhenItsTriesAreUsedUp() {
    work.service.faults().next(10, Fault.of(Fault.Kind.SERVER_ERROR));
    String body = work.request("0-000", 3).records().get(0).body();

    assertThat(work.deliver(Workplace.event(body, 1))).isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.deliver(Workplace.event(body, 2))).isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.deliver(Workplace.event(body, 3))).isEqualTo(QueueAnswer.done());

    // A claim that was given back is no takeover, and its calls count.
    assertThat(work.queue.seconds()).containsExactly(5, 10);
    assertThat(work.outcome("0-000").get("attempts")).isEqualTo(11);
    assertThat(work.outcome("0-000").get("takeovers")).isEqualTo(0);
  }

  @Test
  void givesTheMessageBackForAsLongAsTheServiceAsks() {
    work.service.faults().next(1, Fault.throttled(Duration.ofMinutes(10)));

    assertThat(work.deliver(work.request("0-000", 3))).isEqualTo(QueueAnswer.returned("m"));

    assertThat(work.queue.seconds()).containsExactly(600);
    assertThat(work.clock.waits()).isEmpty();
  }

  @Test
  void keepsCallsApartBySharesOfTheRate() {
    // 4 workers and 2 calls a second over all: each starts one every 2 s.
    work.plan(2, 4);
    AttributeStep worker = work.worker();

    work.deliver(work.request("0-000", 1), worker);
    work.clock.advance(Duration.ofMillis(500));
    work.deliver(work.request("0-001", 1), worker);
    work.clock.advance(Duration.ofSeconds(3));
    work.deliver(work.request("0-002", 1), worker);

    assertThat(work.clock.waits()).containsExactly(Duration.ofMillis(1500));
  }

  @Test
  void leavesARequestToALaterDeliveryWhenItsTurnComesAfterItsTime() {
    work.plan(0.001, 1);
    AttributeStep worker = work.worker();

    work.deliver(work.request("0-000", 1), worker);
    QueueAnswer answer = work.deliver(work.request("0-001", 1), worker);

    assertThat(answer).isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.queue.seconds()).containsExactly(1000);
    assertThat(work.service.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"BAD_REQUEST", "TOO_LARGE"})
  void halvesARejectedRequestDownToTheJourneyAtFault(Fault.Kind kind) {
    work.service.faults().forConversion("c37", Fault.of(kind));

    work.deliver(work.request("0-000", 100));

    Map<?, ?> outcome = work.outcome("0-000");
    assertThat(outcome.get("status")).isEqualTo("partial");
    assertThat(outcome.get("paid_journeys")).isEqualTo(99);
    assertThat(outcome.get("refused_journeys")).isEqualTo(1);
    // 100, 50, 25, 12 | 13, 6 | 7, 3 …: at most two calls a halving.
    assertThat((int) outcome.get("attempts")).isLessThanOrEqualTo(15);
    assertThat(work.service.timesPaid()).hasSize(99).doesNotContainKey("c37");
    assertThat(work.service.paidJourneys()).isEqualTo(99);
    assertThat(refused("0-000")).containsExactly("c37");
  }

  @Test
  void keepsWhatIsPaidWhenKilledWhileHalving() {
    work.service.faults().forConversion("c3", Fault.of(Fault.Kind.BAD_REQUEST));
    QueueEvent event = work.request("0-000", 4);
    work.objects.killTheWriterOf(Workplace.FOLDER.result("0-000"));
    assertThatThrownBy(() -> work.deliver(event)).isInstanceOf(Killed.class);
    work.clock.advance(Duration.ofSeconds(126));

    work.deliver(event);

    // c0 and c1 were kept before the next call; c2 came with the last paid call, then c3 failed.
    assertThat(work.service.paidJourneys()).isEqualTo(3);
    assertThat(work.answer("0-000")).hasSize(1 + 2 + 3 + 1);
  }

  @Test
  void callsNoMoreOnceAnotherWhoseClockIsAheadHasTakenItsClaim() {
    String claim = Workplace.FOLDER.claim("0-000");
    work.service.faults().forConversion("c3", Fault.of(Fault.Kind.BAD_REQUEST));
    QueueEvent event = work.request("0-000", 4);
    work.objects.beforeTheNextWriteOf(claim, () -> {});
    work.objects.beforeTheNextWriteOf(claim, () -> anotherTakes(claim));

    assertThat(work.deliver(event)).isEqualTo(QueueAnswer.returned("m"));

    // All four were rejected, c0 and c1 were answered, and then the claim was another's.
    assertThat(work.service.calls()).isEqualTo(2);
    assertThat(work.objects.has(Workplace.FOLDER.result("0-000"))).isFalse();
  }

  @Test
  void failsARequestOfWhichNoJourneyIsTaken() {
    work.service.faults().next(1000, Fault.of(Fault.Kind.BAD_REQUEST));

    assertThat(work.deliver(work.request("0-000", 100))).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isLessThan(40);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("failed");
    assertThat(work.outcome("0-000").get("failed_journeys")).isEqualTo(100);
    assertThat(work.answer("0-000")).isEmpty();
    var failure = work.tasks.failed().get("token-0-000");
    assertThat(failure.error()).isEqualTo(PermanentException.class.getName());
    assertThat(failure.cause()).isEqualTo("The service answered 400: The journeys are not valid.");
  }

  @Test
  void asksOnceMoreForWhatAPartialAnswerLacks() {
    work.service.faults().next(1, Fault.of(Fault.Kind.PARTIAL));

    work.deliver(work.request("0-000", 3));

    assertThat(work.service.timesPaid()).isEqualTo(Map.of("c0", 1, "c1", 1, "c2", 1));
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
    assertThat(work.outcome("0-000").get("attempts")).isEqualTo(2);
  }

  @Test
  void refusesAJourneyThatIsAnErrorTwice() {
    work.service.faults().forConversion("c1", Fault.of(Fault.Kind.PARTIAL));

    work.deliver(work.request("0-000", 3));

    assertThat(work.service.calls()).isEqualTo(2);
    assertThat(refused("0-000")).containsExactly("c1");
    assertThat(work.outcome("0-000").get("status")).isEqualTo("partial");
    assertThat(work.outcome("0-000").get("paid_journeys")).isEqualTo(2);
    assertThat(work.outcome("0-000").get("reason").toString()).startsWith("Not paid: ");
  }

  @Test
  void stopsTheRunWhenThereIsNoKey() {
    work.close();
    work = new Workplace(ServiceSettings.defaults().withKey("right"));
    work.secret(Optional.empty());

    assertThat(work.deliver(work.request("0-000", 3))).isEqualTo(QueueAnswer.done());
    assertThat(work.deliver(work.request("0-001", 3))).isEqualTo(QueueAnswer.done());

    assertThat(work.service.calls()).isZero();
    assertThat(work.tasks.failed().get("token-0-001").error())
        .isEqualTo(UserException.class.getName());
    assertThat(work.tasks.failed().get("token-0-001").cause())
        .contains("There is no secret 'tributary/ihc'");
  }

  @Test
  void sendsTheKeyAndKeepsItOutOfWhatIsStored() {
    work.close();
    work = new Workplace(ServiceSettings.defaults().withKey("right-but-secret"));
    work.secret(Optional.of(" right-but-secret\n"));

    work.deliver(work.request("0-000", 3));

    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
    assertThat(work.objects.keys())
        .noneMatch(key -> work.objects.text(key).contains("right-but-secret"));
  }

  @Test
  void refusesAKeyThatNoHeaderCanCarryWithoutSayingIt() {
    work.close();
    work = new Workplace(ServiceSettings.defaults().withKey("right"));
    work.secret(Optional.of("two\nlines"));

    work.deliver(work.request("0-000", 3));

    assertThat(work.tasks.failed().get("token-0-000").cause())
        .contains("is no key")
        .doesNotContain("lines");
  }

  @Test
  void saysThatTheServiceCannotBeReached() {
    work.service.close();

    assertThat(work.deliver(work.request("0-000", 3))).isEqualTo(QueueAnswer.returned("m"));
    assertThat(work.objects.text(Workplace.FOLDER.claim("0-000")))
        .contains("cannot be reached; check attribution.ihc.endpoint.");
  }

  private List<String> refused(String request) {
    return work.answer(request).stream()
        .filter(line -> line.get("status").equals("refused"))
        .map(line -> line.get("conversion_id").toString())
        .toList();
  }

  private void anotherTakes(String claim) {
    String standing = work.objects.text(claim);
    work.store().put(claim, standing.replace("invocation-1", "another").getBytes(UTF_8));
  }
}
