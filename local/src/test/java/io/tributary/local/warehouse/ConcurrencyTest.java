package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.redshiftdata.model.ActiveStatementsExceededException;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.InternalServerException;
import software.amazon.awssdk.services.redshiftdata.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.redshiftdata.model.ValidationException;

/**
 * Statements at the same time, cancelled, refused and disturbed; none may be waited for for ever.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConcurrencyTest {
  private static final String ENDLESS =
      "insert into t select count(*) from range(10000000) a, range(10000000) b"
          + " where a.range * b.range % 7 = 3";

  private static final Set<StatusString> ACTIVE =
      EnumSet.of(StatusString.SUBMITTED, StatusString.PICKED, StatusString.STARTED);

  @TempDir static Path folder;
  private static WarehouseFixture fixture;
  private static DataApiClient client;

  @BeforeAll
  static void open() {
    WarehouseLimits limits =
        new WarehouseLimits(
            1000,
            100,
            300,
            3,
            2,
            Duration.ofHours(24),
            3,
            Duration.ofHours(8),
            2,
            Optional.of("1GB"));
    fixture = WarehouseFixture.in(folder, limits);
    client = fixture.client;
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void createTable() {
    client.mustRun("drop table if exists t", "create table t(n bigint)");
  }

  /** Where a test failed, what it began would keep the table from the next. */
  @AfterEach
  void cancelWhatRuns() {
    client.sdk().listStatements(r -> r.roleLevel(true)).statements().stream()
        .filter(statement -> ACTIVE.contains(statement.status()))
        .forEach(statement -> cancel(statement.id()));
  }

  private void awaitStart(String id) {
    while (client.sdk().describeStatement(r -> r.id(id)).status() != StatusString.STARTED) {
      Thread.onSpinWait();
    }
  }

  private void cancel(String id) {
    client.sdk().cancelStatement(r -> r.id(id));
  }

  @Test
  void readsWhileOneWritesAndTheNextWriterWaits() {
    String writing = client.submitBatch("insert into t values (1)", ENDLESS);
    awaitStart(writing);
    String waiting = client.submit("insert into t values (2)");

    assertThat(client.value("select count(*) from t")).isEqualTo("0");
    assertThat(client.sdk().describeStatement(r -> r.id(waiting)).status())
        .isEqualTo(StatusString.SUBMITTED);

    cancel(writing);
    assertThat(client.ended(writing).status()).isEqualTo(StatusString.ABORTED);
    assertThat(client.ended(waiting).status()).isEqualTo(StatusString.FINISHED);
    assertThat(client.value("select max(n) from t")).isEqualTo("2");
    assertThat(client.value("select count(*) from t")).isEqualTo("1");
  }

  @Test
  void cancelsWhatWaitsAtOnce() {
    String writing = client.submit(ENDLESS);
    awaitStart(writing);
    String waiting = client.submit("insert into t values (2)");

    cancel(waiting);

    assertThat(client.sdk().describeStatement(r -> r.id(waiting)).status())
        .isEqualTo(StatusString.ABORTED);
    cancel(writing);
    assertThat(client.ended(writing).error()).contains("cancelled on user's request");
    assertThatThrownBy(() -> cancel(writing)).isInstanceOf(ValidationException.class);
  }

  @Test
  void refusesMoreActiveStatementsThanTheLimit() {
    String writing = client.submit(ENDLESS);
    client.submit("insert into t values (1)");
    String last = client.submit("insert into t values (2)");

    assertThatThrownBy(() -> client.submit("select 1"))
        .isInstanceOfSatisfying(
            ActiveStatementsExceededException.class,
            e -> assertThat(e.statusCode()).isEqualTo(400));
    cancel(writing);
    client.ended(last);
  }

  @Test
  void failsAResultBeyondItsLimits() {
    assertThat(client.run("select repeat('x', 101) as x").error()).contains("A row is larger");
    assertThat(client.run("select repeat('x', 90) as x from range(4)").error())
        .contains("The result is larger than 300 bytes");
    assertThatThrownBy(() -> client.submit("select '" + "x".repeat(1000) + "'"))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void forgetsTheOldestOfManyStatements() {
    String oldest = client.run("select 0").id();
    client.mustRun("select 1", "select 2", "select 3", "select 4");

    assertThatThrownBy(() -> client.rowsOf(oldest)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void forgetsTheOldestOfResultsThatAreTooLargeTogether() {
    String oldest = client.run("select repeat('x', 90) as x from range(2)").id();
    assertThat(client.rowsOf(oldest)).hasSize(2);

    String newest = client.run("select repeat('x', 90) as x from range(2)").id();
    client.run("select 1 as n");

    assertThatThrownBy(() -> client.rowsOf(oldest)).isInstanceOf(ResourceNotFoundException.class);
    assertThat(client.rowsOf(newest)).hasSize(2);
  }

  @Test
  void disturbsTheNextOnesAsToldAndNoOther() {
    Faults faults = fixture.warehouse.faults();
    faults.throttleNext(1);
    assertThatThrownBy(() -> client.submit("select 1"))
        .isInstanceOf(ActiveStatementsExceededException.class);
    faults.failNext(1);
    assertThatThrownBy(() -> client.submit("select 1")).isInstanceOf(InternalServerException.class);

    faults.conflictNext(1);
    DescribeStatementResponse conflict = client.run("insert into t values (1)");
    faults.abortNext(1);
    DescribeStatementResponse aborted = client.run("insert into t values (1)");

    assertThat(conflict.status()).isEqualTo(StatusString.FAILED);
    assertThat(conflict.error()).contains("1023");
    assertThat(aborted.status()).isEqualTo(StatusString.ABORTED);
    assertThat(client.value("select count(*) from t")).isEqualTo("0");
  }

  @Test
  void aSlowStatementCanBeCancelled() {
    fixture.warehouse.faults().slow(Duration.ofHours(1));
    String slow = client.submit("insert into t values (1)");

    cancel(slow);

    assertThat(client.ended(slow).status()).isEqualTo(StatusString.ABORTED);
    fixture.warehouse.faults().slow(Duration.ZERO);
    assertThat(client.value("select count(*) from t")).isEqualTo("0");
  }

  @Test
  void answersAtOnceWhenItNeedNotWait() {
    String id =
        client
            .sdk()
            .executeStatement(
                r -> r.sql("select 1").workgroupName("w").database("d").waitTimeSeconds(30))
            .id();

    assertThat(client.sdk().describeStatement(r -> r.id(id)).status())
        .isEqualTo(StatusString.FINISHED);
  }
}
