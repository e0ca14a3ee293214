package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void dividesWhatIsWritten() {
    assertThat(Pace.asWritten().of(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    assertThat(Pace.times(1_000).of(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(30));
  }

  @Test
  void refusesAPaceThatSlowsDown() {
    assertThatThrownBy(() -> Pace.times(0.5)).hasMessage("A pace is at least 1, not 0.5.");
    assertThatThrownBy(() -> Pace.times(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesWaitsAsTheyAreWritten() {
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
