package io.tributary.local.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.BatchStep;
import io.tributary.error.DataException;
import io.tributary.error.LeaseLostException;
import io.tributary.error.PermanentException;
import io.tributary.error.UserException;
import io.tributary.run.RunFolder;
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

    String key = "runs/7/requests/3-1.ndjson";
    int length = work.objects.text(key).length();
    assertThat(output.requests())
        .containsExactly(new BatchStep.Request("3-000", key, 0, length, 2, 4));
    assertThat(work.objects.text(key).lines())
        .containsExactly(rows.get(3), rows.get(2), rows.get(1), rows.get(0));
    assertThat(RunFolder.requestsOf(key)).isEqualTo(1);
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
    List<String> bodies = first.stream().map(this::body).toList();

    Collections.shuffle(rows, new Random(4));
    unload(0, rows);

    // 250 journeys of 624 sessions: ⌈624 / 200⌉ = 4 requests.
    assertThat(batch(0).requests()).isEqualTo(first).hasSize(4);
    assertThat(first.stream().map(this::body)).isEqualTo(bodies);
    assertThat(bodies.stream().flatMap(String::lines)).containsExactlyInAnyOrderElementsOf(rows);
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
  void handsOutNothingOnceTheRunIsStopped() {
    work.service.faults().next(1, Fault.of(Fault.Kind.FORBIDDEN));
    work.deliver(work.request("9-000", 1));
    row("a", "s1", "2023-09-06 12:15:35");
    unload(0, rows);

    assertThatThrownBy(() -> batch(0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("does not take the key");
  }

  @Test
  void packsNothingForARunThatLostTheLease() {
    row("a", "s1", "2023-09-06 12:15:35");
    unload(0, rows);
    BatchStep step = new BatchStep(work.store(), new RunPlans(work.store()), work.lease());
    byte[] ofAnother =
        "{\"execution\":\"another\",\"since\":\"2023-10-01T00:00:00Z\"}".getBytes(UTF_8);
    work.store().put("lease.json", ofAnother);

    assertThatThrownBy(() -> step.run(new BatchStep.Input(7, 0), work.invocation()))
        .isInstanceOf(LeaseLostException.class);
    assertThat(work.objects.keys()).noneMatch(key -> key.startsWith(Workplace.FOLDER.requests()));
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

  private String body(BatchStep.Request request) {
    byte[] body = work.store().get(request.body(), request.from(), request.length()).orElseThrow();
    return new String(body, StandardCharsets.UTF_8);
  }
}
