package io.tributary.local.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tributary.attribution.BatchStep;
import io.tributary.attribution.Journey;
import io.tributary.attribution.JourneySession;
import io.tributary.attribution.RequestBody;
import io.tributary.error.DataException;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.run.RunPlans;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchStepTest {
  private final Workplace work = new Workplace();
  private final List<String> rows = new ArrayList<>();

  @AfterEach
  void close() {
    work.close();
  }

  @Test
  void putsSessionsInOrderOfTimeThenSession() {
    row("b", "s1", "2023-09-06 12:15:35.5");
    row("b", "s3", "2023-09-06 12:15:35");
    row("b", "s2", "2023-09-06 12:15:35");
    row("a", "s9", "2023-09-07 00:00:00");
    unload(3, rows);

    BatchStep.Output output = batch(3);

    assertThat(output.requests())
        .containsExactly(new BatchStep.Request("3-000", "runs/7/requests/3-000.json", 2, 4));
    assertThat(body("3-000").journeys())
        .extracting(Journey::conversionId, Journey::hash)
        .containsExactly(tuple("a", "hash-a"), tuple("b", "hash-b"));
    assertThat(body("3-000").journeys().get(1).sessions())
        .containsExactly(
            session("s2", "2023-09-06 12:15:35"),
            session("s3", "2023-09-06 12:15:35"),
            session("s1", "2023-09-06 12:15:35"));
  }

  @Test
  void writesTheSameRequestsWhateverOrderTheRowsComeIn() {
    for (int i = 0; i < 250; i++) {
      for (int session = 0; session <= i % 4; session++) {
        row("c" + i, "s" + session, "2023-09-06 12:15:0" + session);
      }
    }
    unload(0, rows);
    List<BatchStep.Request> first = batch(0).requests();
    List<String> bodies = first.stream().map(r -> work.objects.text(r.body())).toList();

    Collections.shuffle(rows, new Random(4));
    unload(0, rows);

    // 250 journeys of 624 sessions: ⌈624 / 200⌉ = 4 requests.
    assertThat(batch(0).requests()).isEqualTo(first).hasSize(4);
    assertThat(first.stream().map(r -> work.objects.text(r.body()))).isEqualTo(bodies);
    assertThat(first).extracting(BatchStep.Request::request).contains("0-003");
    assertThat(first).allMatch(r -> r.journeys() <= 100 && r.sessions() <= 200);
  }

  @Test
  void readsItsOwnPartitionOnly() {
    row("a", "s1", "2023-09-06 12:15:35");
    unload(11, rows);

    assertThat(batch(1).requests()).isEmpty();
  }

  @Test
  void saysWhichObjectIsNotAsExpected() {
    rows.add("{\"journey_hash\":\"h\"}");
    unload(0, rows);

    assertThatThrownBy(() -> batch(0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("runs/7/journeys/bucket=0/");
  }

  @Test
  void refusesMoreRequestsThanAStateCanCarry() {
    for (int i = 0; i < 100_100; i++) {
      row("c" + i, "s1", "2023-09-06 12:15:35");
    }
    unload(0, rows);

    assertThatThrownBy(() -> batch(0))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("makes 1001 requests and may make 1000");
  }

  private void row(String conversion, String session, String at) {
    rows.add(
        """
        {"journey_hash":"hash-%s","conversion_id":"%s","session_id":"%s","session_at":"%s",\
        "channel":"Direct","holder_engagement":1,"closer_engagement":0,"conversion":1,\
        "impression_interaction":0}"""
            .formatted(conversion, conversion, session, at));
  }

  /** Into two objects, as a warehouse of two slices does. */
  private void unload(int bucket, List<String> lines) {
    String prefix = Workplace.FOLDER.journeys() + "bucket=" + bucket + "/";
    int half = lines.size() / 2;
    put(prefix + "0000_part_00.json", lines.subList(0, half));
    put(prefix + "0001_part_00.json", lines.subList(half, lines.size()));
  }

  private void put(String key, List<String> lines) {
    work.store().put(key, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private BatchStep.Output batch(int bucket) {
    BatchStep step = new BatchStep(work.store(), new RunPlans(work.store()), work.lease());
    return step.run(new BatchStep.Input(7, bucket), work.invocation());
  }

  private RequestBody body(String request) {
    String text = work.objects.text(Workplace.FOLDER.request(request));
    return Json.read(text.getBytes(StandardCharsets.UTF_8), RequestBody.class);
  }

  private static JourneySession session(String id, String at) {
    return new JourneySession(id, at, "Direct", 1, 0, 1, 0);
  }
}
