package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void dividesWhatIsWritten() {
    assertThat(Pace.times(40).of(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(50));
    assertThat(Pace.asWritten().ofWait(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void cutsWaitsButNotRetries() {
    Pace pace = Pace.times(40).waitingAtMost(Duration.ofMillis(150));

    assertThat(pace.ofWait(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(50));
    assertThat(pace.ofWait(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(150));
    assertThat(pace.of(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(750));
  }
}
