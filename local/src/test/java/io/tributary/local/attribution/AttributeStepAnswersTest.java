package io.tributary.local.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.messages.QueueAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a worker makes of the answers that it gets. Request journeys have 1, 2, 3, 1, … sessions.
 */
class AttributeStepAnswersTest {
  private final Workplace work = new Workplace();
  private final ScriptedService service = new ScriptedService();

  AttributeStepAnswersTest() throws IOException {
    work.callInstead(service.base());
  }

  @AfterEach
  void close() {
    service.close();
    work.close();
  }

  @Test
  void sendsWhatTheServiceDocuments() {
    work.plan(1000, 10, Map.of("initializer", Map.of("direction", "earlier_sessions_only")));
    service.answers(200, answer(row("c", "c-s1", "1")));

    work.deliver(work.request("0-000", List.of("c")));

    assertThat(service.calls())
        .containsExactly(
            "/v1/compute_ihc?conv_type_id=my_type {\"customer_journeys\":[{\"conversion_id\":\"c\","
                + "\"session_id\":\"c-s1\",\"timestamp\":\"2023-09-06 12:15:31\","
                + "\"channel_label\":\"Direct\",\"holder_engagement\":1,\"closer_engagement\":1,"
                + "\"conversion\":1,\"impression_interaction\":0}],\"redistribution_parameter\":"
                + "{\"initializer\":{\"direction\":\"earlier_sessions_only\"}}}");
  }

  @Test
  void refusesAWrongSumThoughItIsPaidAndDoesNotAskAgain() {
    service.answers(
        200, answer(row("a", "a-s1", "1"), row("b", "b-s1", "1"), row("b", "b-s2", "1")));

    assertThat(work.deliver(work.request("0-000", List.of("a", "b"))))
        .isEqualTo(QueueAnswer.done());

    assertThat(service.calls()).hasSize(1);
    assertThat(work.answer("0-000").get(1).toString())
        .isEqualTo(
            "{journey_hash=hash-b, conversion_id=b, session_id=, initializer=0.0, holder=0.0,"
                + " closer=0.0, ihc=0.0, status=refused,"
                + " reason=The answer's ihc values sum to 2.0000, not to 1.,"
                + " answered_at=2023-10-01 00:00:00}");
    assertThat(work.outcome("0-000").get("paid_journeys")).isEqualTo(2);
    assertThat(work.outcome("0-000").get("refused_journeys")).isEqualTo(1);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("partial");
  }

  @Test
  void keepsARequestWhoseOnlyJourneyIsRefusedAsPaid() {
    service.answers(200, answer(row("a", "a-s1", "0.5")));

    work.deliver(work.request("0-000", List.of("a")));

    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("partial");
    assertThat(work.tasks.succeeded()).containsKey("token-0-000");
  }

  @Test
  void ignoresConversionsThatItDidNotAskFor() {
    service.answers(200, answer(row("a", "a-s1", "1"), row("x", "x-s1", "1")));

    work.deliver(work.request("0-000", List.of("a")));

    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.outcome("0-000").get("status")).isEqualTo("succeeded");
  }

  @Test
  void asksOnceMoreForWhatAnAnswerLeavesOut() {
    service.answers(200, answer(row("a", "a-s1", "1")));
    service.answers(200, answer());

    work.deliver(work.request("0-000", List.of("a", "b")));

    assertThat(service.calls()).hasSize(2);
    assertThat(service.calls().get(1)).contains("b-s1").doesNotContain("a-s1");
    assertThat(work.answer("0-000")).hasSize(1);
    assertThat(work.outcome("0-000").get("failed_journeys")).isEqualTo(1);
    assertThat(work.outcome("0-000").get("reason"))
        .isEqualTo("The service left journeys out of its answer twice.");
  }

  @Test
  void takesTheBodysStatusWhenTheCallItselfWentWell() {
    service.answers(200, "{\"statusCode\":500,\"message\":\"later\"}");
    service.answers(200, answer(row("a", "a-s1", "1")));

    work.deliver(work.request("0-000", List.of("a")));

    assertThat(work.outcome("0-000").get("attempts")).isEqualTo(2);
  }

  @Test
  void givesUpARequestThatIsSentToTheWrongPlace() {
    service.answers(404, "<html>");

    assertThat(work.deliver(work.request("0-000", List.of("a", "b"))))
        .isEqualTo(QueueAnswer.done());

    assertThat(work.tasks.failed().get("token-0-000").cause())
        .isEqualTo("The service answered 404. Check attribution.ihc.endpoint.");
    assertThat(work.outcome("0-000").get("failed_journeys")).isEqualTo(2);
  }

  private static String answer(String... rows) {
    return "{\"statusCode\":200,\"value\":["
        + String.join(",", rows)
        + "],\"partialFailureErrors\":[]}";
  }

  private static String row(String conversion, String session, String ihc) {
    return """
        {"conversion_id":"%s","session_id":"%s","initializer":1.0,"holder":0.0,"closer":1,\
        "ihc":%s}"""
        .formatted(conversion, session, ihc);
  }
}
