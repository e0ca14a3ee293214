package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.LeaseLostException;
import io.tributary.executions.Executions;
import io.tributary.local.attribution.InMemoryObjects;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Who gets a lease that several executions want at the same moment. */
class LeaseRaceTest {
  private static final String LEASE = "lease.json";

  private final InMemoryObjects objects = new InMemoryObjects();
  private final RunningExecutions running = new RunningExecutions();
  private final Lease lease =
      new Lease(new ObjectStore(objects, "bucket"), new Executions(running), Clock.systemUTC());

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
