package io.tributary.local.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopRandomTest {
  @Test
  void isSplitMix64() {
    // The first outputs for the seed 1234567 of Vigna's reference splitmix64.c, as listed at
    // Rosetta Code, "Pseudo-random numbers/Splitmix64".
    assertThat(ShopRandom.mix(1234567)).isEqualTo(6457827717110365317L);
    assertThat(ShopRandom.mix(1234567 + 0x9E3779B97F4A7C15L)).isEqualTo(3203168211198807973L);
  }

  @Test
  void isNormalWithMeanZeroAndDeviationOne() {
    ShopRandom random = ShopRandom.of(1, "test", 0);
    double[] values = IntStream.range(0, 20_000).mapToDouble(n -> random.gaussian()).toArray();
    double mean = IntStream.range(0, values.length).mapToDouble(n -> values[n]).sum() / 20_000;
    double square =
        IntStream.range(0, values.length).mapToDouble(n -> values[n] * values[n]).sum() / 20_000;

    // Three standard errors: 3 / sqrt(20000) and 3 * sqrt(2 / 20000).
    assertThat(mean).isBetween(-0.022, 0.022);
    assertThat(square).isBetween(0.97, 1.03);
  }

  @Test
  void picksByWeight() {
    ShopRandom random = ShopRandom.of(1, "test", 0);
    int[] picked = new int[3];
    IntStream.range(0, 10_000).forEach(n -> picked[random.pick(new double[] {1, 0, 3})]++);

    assertThat(picked[1]).isZero();
    // Three standard errors of 10,000 draws at 1/4: 3 * sqrt(10000 * 3 / 16) = 130.
    assertThat(picked[0]).isBetween(2_370, 2_630);
  }
}
