package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.attribution.Fault;
import io.tributary.local.attribution.LocalAttributionService;
import io.tributary.local.attribution.ServiceSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own: what it keeps others from, and what Ctrl-C leaves. */
class InterruptedProcessTest {
  private static final String KEY = "child-key";
  private static final int INTERRUPTED = 130;
  private static final int HELD = 3;
  private static final String CREDIT =
      "select model, conversion_id, session_id, credit from attribution_customer_journey order by"
          + " 1, 2, 3";

  @TempDir Path folder;
  private LocalAttributionService service;
  private TestShop shop;

  @BeforeEach
  void start() {
    service = LocalAttributionService.start(ServiceSettings.defaults().withKey(KEY));
    String project = "attribution: {ihc: {endpoint: \"%s\", conv_type_id: test}}";
    shop = new TestShop(folder).orders(0, 6).project(project.formatted(service.endpoint().base()));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void keepsOthersOutUntilItIsInterruptedAndLeavesWhatWasLive() {
    assertThat(ChildRun.start(shop, KEY).end()).isZero();
    String live = query(CREDIT);
    ChildRun run = beginAndHang();

    assertHeldBy(run, "run", folder.toString());
    assertHeldBy(run, "query", folder.toString(), "select 1");
    assertThat(lease()).exists();
    run.interrupt();

    assertThat(run.end()).as(run.output()).isEqualTo(INTERRUPTED);
    assertThat(run.output())
        .endsWith("Interrupted: what was live stays; the next run pays for no answer again.\n");
    assertThat(lease()).doesNotExist();
    assertThat(query(CREDIT)).isEqualTo(live);
    assertRunsAgain(live);
  }

  /** A run with a new order, which is not answered. */
  private ChildRun beginAndHang() {
    shop.orders(6, 1);
    service.faults().next(20, Fault.slow(Duration.ofMinutes(10)));
    long calls = service.calls();
    ChildRun run = ChildRun.start(shop, KEY);
    Await.until(() -> service.calls() > calls || !run.isAlive());
    return run;
  }

  private void assertHeldBy(ChildRun run, String... command) {
    ChildRun other = ChildRun.command(KEY, command);

    assertThat(other.end()).isEqualTo(HELD);
    assertThat(other.output())
        .startsWith("error: " + folder + " is held by a run of process " + run.pid() + ", since ")
        .endsWith("; wait until that ends, or end it.\n");
  }

  private void assertRunsAgain(String before) {
    service.faults().clear();
    ChildRun again = ChildRun.start(shop, KEY);
    assertThat(again.end()).as(again.output()).isZero();
    assertThat(query(CREDIT)).contains("c006").isNotEqualTo(before);
    assertThat(lease()).doesNotExist();
  }

  private Path lease() {
    return shop.files().objects().resolve("tributary/lease.json");
  }

  private String query(String sql) {
    ChildRun query = ChildRun.command(KEY, "query", folder.toString(), sql, "--format", "csv");
    assertThat(query.end()).as(query.output()).isZero();
    return query.output();
  }
}
