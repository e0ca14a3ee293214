package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private final RequestLimits limits = new RequestLimits(100, 200);

  @Test
  void boundsRequestsByWhicheverLimitBinds() {
    assertThat(limits.fewestRequests(1946, 3709)).isEqualTo(20);
    assertThat(limits.fewestRequests(100, 201)).isEqualTo(2);
    assertThat(limits.fewestRequests(0, 0)).isZero();
  }

  @Test
  void makesAPartitionOfAHundredRequests() {
    assertThat(limits.partitions(0, 0)).isEqualTo(1);
    assertThat(limits.partitions(19_901, 19_901)).isEqualTo(2);
    assertThat(limits.partitions(19_900, 19_900)).isEqualTo(1);
  }

  @Test
  void refusesALimitOfZero() {
    assertThatThrownBy(() -> new RequestLimits(0, 200)).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new RequestLimits(100, 0)).hasMessageContaining("at least one");
  }
}
