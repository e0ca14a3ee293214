package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The whole process killed with SIGKILL, and what its lock and lease do to others. */
class KilledProcessTest {
  private static final String KEY = "child-key";
  private static final String SERVICE =
      "attribution: {ihc: {%sconv_type_id: test, max_journeys_per_request: 2, max_concurrency: 2,"
          + " requests_per_second: 100}}";

  @TempDir Path folder;
  private LocalAttributionService service;
  private TestShop shop;

  @BeforeEach
  void start() {
    service =
        LocalAttributionService.start(
            ServiceSettings.defaults().withKey(KEY).withLatency(Duration.ofMillis(300)));
    String endpoint = "endpoint: \"" + service.endpoint().base() + "\", ";
    shop = new TestShop(folder.resolve("shop")).orders(0, 16).project(SERVICE.formatted(endpoint));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void runsAgainAfterAKillDuringItsCallsWhileTwoNeverRunAtOnce() {
    ChildRun killed = ChildRun.start(shop, KEY);
    Await.until(() -> service.calls() >= 1 || !killed.isAlive());
    ChildRun second = ChildRun.start(shop, KEY);
    Await.until(() -> !second.isAlive() || service.calls() >= 4);
    killed.kill();

    if (second.end() != 0) {
      assertThat(second.end()).isEqualTo(3);
      assertThat(second.output()).contains(" is held by a run of process ");
    }
    assertRunsAgain();
  }

  @Test
  @EnabledIfSystemProperty(named = "tributary.long", matches = "true")
  void runsAgainAfterAKillWhereverItHits() {
    ChildRun first = ChildRun.start(shop, KEY);
    killWhen(first, () -> first.output().contains("load"));
    ChildRun second = ChildRun.start(shop, KEY);
    killWhen(second, () -> second.output().contains("extract"));
    ChildRun third = ChildRun.start(shop, KEY);
    killWhen(third, () -> service.calls() >= 1);
    ChildRun fourth = ChildRun.start(shop, KEY);
    killWhen(fourth, () -> fourth.output().contains("journeys"));
    ChildRun fifth = ChildRun.start(shop, KEY);
    killWhen(fifth, () -> fifth.output().contains("credit"));
    assertRunsAgain();
  }

  private static void killWhen(ChildRun run, BooleanSupplier reached) {
    Await.until(() -> reached.getAsBoolean() || !run.isAlive());
    run.kill();
  }

  /** Two workers at most were calling, with two journeys each: no other is paid twice. */
  private void assertRunsAgain() {
    ChildRun again = ChildRun.start(shop, KEY);
    assertThat(again.end()).as(again.output()).isZero();
    assertThat(service.timesPaid()).hasSize(16);
    assertThat(service.timesPaid().values()).allMatch(times -> times <= 2);
    assertThat(service.timesPaid().values().stream().filter(times -> times == 2).count())
        .isLessThanOrEqualTo(4);
    var fresh = new TestShop(folder.resolve("fresh")).orders(0, 16).project(SERVICE.formatted(""));
    try (var uninterrupted = TestCloud.start(fresh).succeed();
        var continued = TestCloud.start(shop)) {
      assertThat(continued.published()).isEqualTo(uninterrupted.published());
      assertThat(continued.workSchemas()).isEmpty();
    }
  }
}
