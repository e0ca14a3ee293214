package io.tributary.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KEYS =
      List.of("schema", "raw_schema", "sources", "half_life_days");

  @Test
  void findsTheNameWithTheFewestSlips() {
    assertThat(Nearest.to("shema", KEYS)).contains("schema");
    assertThat(Nearest.to("raw_shema", KEYS)).contains("raw_schema");
  }

  @Test
  void countsSwappedNeighboursAsOneSlip() {
    assertThat(Nearest.to("ab", List.of("ba"))).contains("ba");
  }

  @Test
  void passesOverCase() {
    assertThat(Nearest.to("SOURCES", KEYS)).contains("sources");
  }

  @Test
  void findsANameWhoseEndWasLeftOut() {
    assertThat(Nearest.to("half_life", KEYS)).contains("half_life_days");
  }

  @Test
  void findsNothingThatIsFarOff() {
    assertThat(Nearest.to("owner", KEYS)).isEmpty();
    assertThat(Nearest.to("", KEYS)).isEmpty();
    assertThat(Nearest.to("s".repeat(100_000), KEYS)).isEmpty();
  }
}
