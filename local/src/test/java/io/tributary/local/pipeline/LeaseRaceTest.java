package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.LeaseLostException;
import io.tributary.executions.Executions;
import io.tributary.local.attribution.InMemoryObjects;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Who gets a lease that several want, at the same moment or while another holds it. */
class LeaseRaceTest {
  private static final String LEASE = "lease.json";
  private static final Duration MOST = Duration.ofMinutes(5);

  private final InMemoryObjects objects = new InMemoryObjects();
  private final RunningExecutions running = new RunningExecutions();
  private final MovableClock clock = new MovableClock();
  private final Lease lease =
      new Lease(new ObjectStore(objects, "bucket"), new Executions(running), clock);

  @Test
  void isOfWhoeverTookItFirst() {
    objects.beforeTheNextWriteOf(LEASE, () -> acquireAs("first"));

    assertThatThrownBy(() -> acquireAs("second")).isInstanceOf(LeaseLostException.class);

    assertThatCode(() -> lease.check("first")).doesNotThrowAnyException();
  }

  @Test
  void ofADeadExecutionIsOfWhoeverTookItOverFirst() {
    lease.acquire("dead");
    objects.beforeTheNextWriteOf(LEASE, () -> {});
    objects.beforeTheNextWriteOf(LEASE, () -> acquireAs("first"));

    assertThatThrownBy(() -> acquireAs("second")).isInstanceOf(LeaseLostException.class);

    assertThatCode(() -> lease.check("first")).doesNotThrowAnyException();
  }

  @Test
  void isGivenBackByItsHolderOnly() {
    acquireAs("holder");

    lease.release("another");
    assertThatCode(() -> lease.check("holder")).doesNotThrowAnyException();

    lease.release("holder");
    assertThat(objects.keys()).isEmpty();
  }

  @Test
  void isKeptByACommandFromRunsAndOtherCommands() {
    clock.stop();

    lease.whileHolding(
        () -> {
          clock.forward(MOST.minusMillis(1));
          assertThatThrownBy(() -> acquireAs("run"))
              .isInstanceOf(LeaseLostException.class)
              .hasMessageContaining("held by an operator's command since ")
              .hasMessageContaining(", at most until ")
              .hasMessageEndingWith("wait for it to end and run again.");
          assertThatThrownBy(() -> lease.whileHolding(Optional::empty))
              .isInstanceOf(LeaseLostException.class);
          return Optional.empty();
        });

    assertThat(objects.keys()).as("given back").isEmpty();
  }

  @Test
  void ofACommandThatWasKilledIsFreeWhenItsTimeIsOver() {
    lease.whileHolding(
        () -> {
          clock.forward(MOST);
          acquireAs("run");
          return Optional.empty();
        });

    assertThatCode(() -> lease.check("run")).doesNotThrowAnyException();
  }

  @Test
  void isGivenBackByACommandThatFails() {
    assertThatThrownBy(
            () ->
                lease.whileHolding(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(objects.keys()).isEmpty();
  }

  @Test
  void isNotTakenFromARunByACommand() {
    acquireAs("run");

    assertThatThrownBy(() -> lease.whileHolding(Optional::empty))
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("held by the run run since ");
  }

  private void acquireAs(String execution) {
    running.arns.add(execution);
    lease.acquire(execution);
  }

  private static final class RunningExecutions implements SfnClient {
    private final Set<String> arns = new HashSet<>();

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      boolean runs = arns.contains(request.executionArn());
      return DescribeExecutionResponse.builder()
          .status(runs ? ExecutionStatus.RUNNING : ExecutionStatus.ABORTED)
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
