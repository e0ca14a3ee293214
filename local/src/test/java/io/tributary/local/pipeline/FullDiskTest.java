package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run whose writes fail from a moment on. No test may fill a real disk, so the process is
 * forbidden larger files; the system refuses the write itself in both cases.
 */
class FullDiskTest {
  private static final String KEY = "child-key";

  @TempDir Path folder;
  private LocalAttributionService service;
  private TestShop shop;

  @BeforeEach
  void start() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "there is no prlimit here");
    service =
        LocalAttributionService.start(
            ServiceSettings.defaults().withKey(KEY).withLatency(Duration.ofMillis(500)));
    String project =
        "attribution: {ihc: {endpoint: \"%s\", conv_type_id: test, max_journeys_per_request: 10,"
            + " max_concurrency: 2, requests_per_second: 100}}";
    shop = new TestShop(folder).orders(0, 80).project(project.formatted(service.endpoint().base()));
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "tributary.long", matches = "true")
  void saysThatTheDiskOfTheObjectsIsFull() {
    ChildRun run = runOnADiskFullAt(0);

    assertThat(run.end()).as(run.output()).isEqualTo(1);
    assertThat(error(run))
        .contains(
            ": The disk of " + shop.files().objects() + " takes no larger file: lift the limit");
    assertRunsAgain();
  }

  @Test
  void saysThatTheDiskOfTheWarehouseIsFull() {
    ChildRun run = runOnADiskFullAt(64 * 1024);

    assertThat(run.end()).as(run.output()).isEqualTo(1);
    assertThat(error(run))
        .contains(": The disk of " + shop.files().warehouse())
        .contains(" takes no larger file: lift the limit");
    assertRunsAgain();
  }

  /** The one sentence that a person reads. */
  private static String error(ChildRun run) {
    List<String> errors = run.output().lines().filter(line -> line.startsWith("error: ")).toList();
    assertThat(errors).as(run.output()).hasSize(1);
    assertThat(errors.get(0)).doesNotContain("{", "io.tributary", "Status Code");
    assertThat(run.output()).doesNotContain("\tat ");
    return errors.get(0);
  }

  private ChildRun runOnADiskFullAt(long bytes) {
    ChildRun run = ChildRun.start(shop, KEY);
    Await.until(() -> service.calls() > 0 || !run.isAlive());
    run.fillDiskAt(bytes);
    return run;
  }

  private void assertRunsAgain() {
    ChildRun again = ChildRun.start(shop, KEY);
    assertThat(again.end()).as(again.output()).isZero();
    assertThat(service.timesPaid()).hasSize(80);
  }
}
