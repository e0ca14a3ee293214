package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.LeaseLostException;
import io.tributary.json.Json;
import io.tributary.local.attribution.ServiceSettings;
import io.tributary.run.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Two runs of one project never overlap, and a killed one blocks nobody. */
class LeaseTest {
  private static final String LEASE = "lease.json";

  @TempDir static Path folder;
  private static TestShop shop;
  private static TestCloud cloud;
  private static int customers;

  @BeforeAll
  static void start() {
    shop = new TestShop(folder).project();
    customers = 0;
    newOrder();
    var slow = ServiceSettings.defaults().withLatency(Duration.ofSeconds(1));
    cloud = TestCloud.start(shop, slow).succeed();
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  void refusesASecondRunWhileOneHoldsTheLease() {
    newOrder();
    String first = cloud.begin(RunRequest.everything());
    Await.until(() -> lease().contains(first));

    var second = cloud.run();

    assertThat(second.error()).isEqualTo(LeaseLostException.class.getName());
    assertThat(second.cause())
        .startsWith("This project is held by the run " + first)
        .endsWith("wait for it to end and run again.");
    assertThat(cloud.end(first).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(lease()).isEmpty();
  }

  @Test
  void refusesARunWhileAnOperatorsCommandHoldsTheLease() {
    var end = cloud.cloud().pipeline().lease().whileHolding(cloud::run);

    assertThat(end.error()).isEqualTo(LeaseLostException.class.getName());
    assertThat(end.cause()).startsWith("This project is held by an operator's command since ");
    cloud.succeed();
  }

  @Test
  void takesTheLeaseOverFromAnExecutionThatNoLongerRuns() {
    String dead = cloud.begin(RunRequest.everything());
    Await.until(() -> lease().contains(dead));
    cloud.stop(dead);
    assertThat(lease()).contains(dead);

    cloud.succeed();

    assertThat(lease()).isEmpty();
  }

  @Test
  void stopsARunWhoseLeaseWasTakenOverBeforeItPublishes() {
    String before = cloud.published();
    newOrder();
    long calls = cloud.service().calls();
    String execution = cloud.begin(RunRequest.everything());
    Await.until(() -> cloud.service().calls() > calls);

    String other = execution + "-other";
    cloud
        .cloud()
        .pipeline()
        .objects()
        .put(LEASE, Json.bytes(Map.of("execution", other, "since", "2023-01-01T00:00:00Z")));
    var end = cloud.end(execution);

    assertThat(end.error()).isEqualTo(LeaseLostException.class.getName());
    assertThat(end.cause()).startsWith("Another run took this project's lease over");
    assertThat(cloud.published()).isEqualTo(before);
    assertThat(lease()).contains(other);
    assertThat(status(execution)).as("left to the next run").isEqualTo("running");
    cloud.succeed();
    assertThat(status(execution)).isEqualTo("taken back");
    assertThat(cloud.service().timesPaid().values()).containsOnly(1);
  }

  private static void newOrder() {
    shop.orders(customers++, 1);
  }

  private static String status(String execution) {
    return cloud.value(
        "select status from tributary_store.runs where execution = '" + execution + "'");
  }

  private static String lease() {
    return cloud
        .cloud()
        .pipeline()
        .objects()
        .get(LEASE)
        .map(stored -> new String(stored.body(), java.nio.charset.StandardCharsets.UTF_8))
        .orElse("");
  }
}
