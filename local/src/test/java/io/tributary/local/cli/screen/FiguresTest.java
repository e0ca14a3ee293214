package io.tributary.local.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void writesTimesInTheLargestUnitThatFits() {
    assertThat(Figures.time(Duration.ofMillis(40))).isEqualTo("0.0 s");
    assertThat(Figures.time(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
    assertThat(Figures.time(Duration.ofSeconds(65))).isEqualTo("1 min 05 s");
    assertThat(Figures.time(Duration.ofMinutes(62))).isEqualTo("1 h 02 min");
  }

  @Test
  void roundsMoneyHalfUpAndGroupsThousands() {
    assertThat(Figures.amount(new BigDecimal("112062.065"))).isEqualTo("112,062.07");
    assertThat(Figures.whole(new BigDecimal("1946.5"))).isEqualTo("1,947");
  }

  @Test
  void hasNoRatioWhereTheDivisorIsZero() {
    assertThat(Figures.ratio(BigDecimal.ONE, new BigDecimal("0.00"))).isEmpty();
    assertThat(Figures.ratio(BigDecimal.ONE, BigDecimal.valueOf(3))).contains("0.33");
  }
}
