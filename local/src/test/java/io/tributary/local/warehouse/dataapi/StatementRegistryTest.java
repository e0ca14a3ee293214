package io.tributary.local.warehouse.dataapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.dataapi.SubmitRequest.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementRegistryTest {
  private final SettableClock clock = new SettableClock();
  private final StatementRegistry registry =
      new StatementRegistry(WarehouseLimits.defaults(), clock);

  /** A clock that stands until it is moved. */
  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2024-01-31T09:30:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static SubmitRequest request(Optional<String> token) {
    return new SubmitRequest(
        List.of("select 1"),
        Shape.SINGLE,
        Map.of(),
        "dev",
        Optional.of("local"),
        Optional.empty(),
        Optional.empty(),
        token,
        ResultFormat.JSON);
  }

  private Submission submitted(String token) {
    return registry.submit(request(Optional.of(token)), Submission::end);
  }

  @Test
  void keepsAStatementForADay() {
    String id = submitted("a").whole().id();

    clock.now = clock.now.plus(Duration.ofHours(24));
    assertThat(registry.find(id).whole().id()).isEqualTo(id);

    clock.now = clock.now.plusMillis(1);
    assertThatThrownBy(() -> registry.find(id)).isInstanceOf(DataApiException.class);
  }

  @Test
  void keepsWhatStillRuns() {
    Submission running = registry.submit(request(Optional.empty()), submission -> {});

    clock.now = clock.now.plus(Duration.ofDays(3));

    assertThat(registry.find(running.whole().id())).isSameAs(running);
  }

  @Test
  void honoursATokenForEightHours() {
    Submission first = submitted("a");

    clock.now = clock.now.plus(Duration.ofHours(8));
    assertThat(submitted("a")).isSameAs(first);

    clock.now = clock.now.plusMillis(1);
    assertThat(submitted("a")).isNotSameAs(first);
  }
}
