package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = Patience.usual();

  @Test
  void doublesTheWaitUpToTheLongest() {
    assertThat(patience.waitAfter(1, 1)).isEqualTo(Duration.ofMillis(500));
    assertThat(patience.waitAfter(2, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(patience.waitAfter(50, 1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(patience.returnAfter(1, 1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(patience.returnAfter(90, 1)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void keepsAtLeastHalfOfTheWait() {
    assertThat(patience.waitAfter(2, 0)).isEqualTo(Duration.ofMillis(500));
  }
}
