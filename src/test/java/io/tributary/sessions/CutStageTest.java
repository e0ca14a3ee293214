package io.tributary.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutStageTest {
  @Test
  void dealsManySessionsToSeveralStatements() {
    var stage = new CutStage();
    assertThat(stage.slices(0)).isEqualTo(1);
    assertThat(stage.slices(2_499_999)).isEqualTo(1);
    assertThat(stage.slices(6_378_000)).isEqualTo(3);
    assertThat(stage.slices(Integer.MAX_VALUE)).isEqualTo(24);
  }
}
