package io.tributary.local.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.attribution.InMemoryObjects;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.screen.RequestTally;
import io.tributary.local.cli.screen.RequestTally.Sending;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestWatchTest {
  private static final long RUN = 7;

  private final ObjectStore objects = new ObjectStore(new InMemoryObjects(), "bucket");
  private final RequestCount count = new RequestCount(objects);
  private final ScreenCapture capture = new ScreenCapture();
  private Instant now = Instant.parse("2023-05-01T00:00:00Z");
  private final RequestWatch watch =
      new RequestWatch(count, new RunScreen(capture.pipe()), CloudSettings.usual(), () -> now);

  @Test
  void tellsTheAnsweredFromThoseGivenUp() {
    requests(3);
    left("answers/7-b1-1.ndjson", "outcomes/7-b1-1.ndjson", "outcomes/7-b1-2.ndjson");
    left("answers/6-b1-3.ndjson", "outcomes/6-b1-3.ndjson", "outcomes/77-b1-3.ndjson");

    assertThat(count.of(RUN)).isEqualTo(new RequestTally(3, 1, 1));
  }

  @Test
  void countsWhatTheNextStageLoadedAndDeletedMeanwhile() {
    requests(3);
    put(
        "runs/7/manifests/answers-after.json",
        """
        {"entries": [{"url": "s3://bucket/answers/7-b1-1.ndjson"},
                     {"url": "s3://bucket/answers/6-b1-2.ndjson"}]}
        """);
    left("answers/7-b1-2.ndjson");

    watch.finished("attribute", RUN, Duration.ofSeconds(1), Sending.ENDED);

    assertThat(capture.out())
        .isEqualTo(
            "✓ attribute         1.0 s   2 of 3 requests answered, 1 left to the fallback\n");
  }

  @Test
  void saysOnceWhyTheRequestsDoNotGetOn() {
    requests(2);
    put("runs/7/claims/b1-1.json", "{\"problem\": \"The service cannot be reached.\"}");

    lookEachSecondFor(60);

    assertThat(capture.out())
        .isEqualTo(
            "  No answer for 5 s: The service cannot be reached. Each request is tried up to 15"
                + " times, with 28 s of waiting at most.\n");
  }

  @Test
  void saysAfterAWhileThatTheServiceIsSlow() {
    requests(2);

    lookEachSecondFor(9);
    assertThat(capture.out()).isEmpty();
    lookEachSecondFor(60);

    assertThat(capture.out().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("  No answer for 10 s: the attribution service takes its time.");
  }

  @Test
  void isQuietWhileAnswersCome() {
    requests(100);
    for (int answer = 1; answer <= 9; answer++) {
      left("answers/7-b1-" + answer + ".ndjson");
      lookEachSecondFor(4);
    }

    assertThat(capture.out()).isEmpty();
  }

  @Test
  void showsNothingOfARunWithoutRequests() {
    watch.look(RUN);
    watch.finished("attribute", RUN, Duration.ofSeconds(1), Sending.ENDED);

    assertThat(capture.out()).isEmpty();
  }

  private void lookEachSecondFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      watch.look(RUN);
      now = now.plusSeconds(1);
    }
  }

  private void requests(int number) {
    for (int request = 1; request <= number; request++) {
      left("runs/7/requests/b1-" + request + ".json");
    }
  }

  private void left(String... keys) {
    for (String key : keys) {
      put(key, "{}");
    }
  }

  private void put(String key, String text) {
    objects.put(key, text.getBytes(StandardCharsets.UTF_8));
  }
}
