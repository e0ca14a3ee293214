package io.tributary.local.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.attribution.Pause;
import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.CloudSettings;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.states.Pace;
import io.tributary.warehouse.StatementBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Timeout(60)
class InterruptionTest {
  private static final String WAITING =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Wait",
       "States": {"Wait": {"Type": "Wait", "Seconds": 86400, "End": true}}}
      """;

  private static final String ENDLESS =
      """
      with recursive n(i) as (select 1 union all select i + 1 from n where i > 0)
      select count(*) from n
      """;

  @TempDir Path folder;
  private final ScreenCapture capture = new ScreenCapture();
  private LocalCloud cloud;

  @BeforeEach
  void start() {
    var usual = CloudSettings.usual();
    cloud =
        LocalCloud.start(
            new ProjectFiles(folder),
            Optional.empty(),
            new CloudSettings(
                usual.service(),
                Pace.asWritten(),
                usual.patience(),
                Pause.real(),
                usual.visibility(),
                usual.deliveries(),
                Map.of(),
                usual.clock()));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  @Test
  void stopsTheExecutionCancelsItsStatementsAndReleasesItsLease() {
    String execution = execution();
    cloud.pipeline().lease().acquire(execution);
    String statement = statementThatNeverEnds();
    String waiting = submit("run-1-credit");

    try (var interruption = new Interruption(new RunScreen(capture.pipe()))) {
      interruption.watch(cloud, execution);
      interruption.stop();
    }

    var sfn = cloud.clients().sfn();
    assertThat(sfn.describeExecution(r -> r.executionArn(execution)).status())
        .isEqualTo(ExecutionStatus.ABORTED);
    assertThat(status(statement)).isEqualTo(StatusString.ABORTED);
    assertThat(status(waiting)).isEqualTo(StatusString.ABORTED);
    assertThat(cloud.pipeline().objects().get("lease.json")).isEmpty();
    assertThat(capture.out()).startsWith("Interrupted: what was live stays");
  }

  private String execution() {
    String machine = cloud.states().createMachine("waiting", WAITING);
    return cloud.clients().sfn().startExecution(r -> r.stateMachineArn(machine)).executionArn();
  }

  private String statementThatNeverEnds() {
    String id = submit("run-1-journeys");
    while (status(id) != StatusString.STARTED) {
      Thread.onSpinWait();
    }
    return id;
  }

  private String submit(String name) {
    var batch = new StatementBatch(List.of(ENDLESS), Map.of());
    return cloud.pipeline().warehouse().submit(name, batch, null);
  }

  private StatusString status(String statement) {
    return cloud.clients().redshiftData().describeStatement(r -> r.id(statement)).status();
  }
}
