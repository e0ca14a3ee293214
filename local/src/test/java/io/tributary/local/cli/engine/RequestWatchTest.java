package io.tributary.local.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.PermanentException;
import io.tributary.local.attribution.InMemoryObjects;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.screen.RequestTally;
import io.tributary.local.cli.screen.RequestTally.Sending;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunFolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

class RequestWatchTest {
  private static final long RUN = 7;

  private final InMemoryObjects store = new InMemoryObjects();
  private final ObjectStore objects = new ObjectStore(store, "bucket");
  private final Map<String, Long> exits = new HashMap<>();
  private final RequestCount count =
      new RequestCount(objects, state -> exits.getOrDefault(state, 0L));
  private final ScreenCapture capture = new ScreenCapture();
  private Instant now = Instant.parse("2023-05-01T00:00:00Z");
  private final RunScreen screen = new RunScreen(capture.pipe());
  private final RequestWatch watch =
      new RequestWatch(count, screen, CloudSettings.usual(), () -> now);

  @Test
  void tellsTheAnsweredFromThoseGivenUp() {
    requests(3);
    exits.put("Request", 2L);
    exits.put("Left to the fallback", 1L);

    assertThat(count.of(RUN)).isEqualTo(new RequestTally(3, 1, 1));
  }

  @Test
  void showsTheEnd() {
    requests(3);
    exits.put("Request", 3L);
    exits.put("Left to the fallback", 1L);

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
  void endsTheWaitWhenNothingCanBeWritten() {
    requests(2);
    store.beforeTheNextWriteOf(
        "runs/7/still-waiting.json",
        () -> {
          throw S3Exception.builder()
              .statusCode(507)
              .awsErrorDetails(AwsErrorDetails.builder().errorMessage("The disk is full.").build())
              .build();
        });

    assertThatThrownBy(() -> lookEachSecondFor(10))
        .isInstanceOf(PermanentException.class)
        .hasMessageEndingWith("still-waiting.json: The disk is full.");
  }

  @Test
  void isQuietWhileAnswersCome() {
    requests(100);
    for (long answer = 1; answer <= 9; answer++) {
      exits.put("Request", answer);
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

  @Test
  void showsThatTheStageOfAStoppedRunDidNotEndThoughItsRequestsAreGone() {
    screen.stageStarted("attribute");

    watch.finished("attribute", RUN, Duration.ofSeconds(1), Sending.STOPPED);
    screen.close();

    assertThat(capture.out()).isEqualTo("✗ attribute did not end\n");
  }

  private void lookEachSecondFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      watch.look(RUN);
      now = now.plusSeconds(1);
    }
  }

  private void requests(int number) {
    put(new RunFolder(RUN).bodies(1, number), "");
  }

  private void put(String key, String text) {
    objects.put(key, text.getBytes(StandardCharsets.UTF_8));
  }
}
