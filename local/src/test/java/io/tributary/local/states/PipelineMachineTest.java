package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** What the deployed machine that plans, runs and releases says of a run that failed. */
@Timeout(60)
class PipelineMachineTest {
  private static final String FAILING_RUN =
      "{'QueryLanguage': 'JSONata', 'StartAt': 'Failed', 'States': {'Failed': {'Type': 'Fail',"
          + " 'Error': 'io.tributary.error.DataException', 'Cause': 'The data is odd.'}}}";

  @TempDir Path folder;
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder, builder -> builder.pace(Pace.times(100_000)));
    lab.function("plan", input -> Map.of("run", 7));
    lab.machine("run", FAILING_RUN);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void saysWhatTheReleaseFoundInTheFailure() {
    lab.function("release", input -> Map.of("error", "Found", "message", "The sentence."));

    var end = run();

    assertThat(end.error()).isEqualTo("Found");
    assertThat(end.cause()).isEqualTo("The sentence.");
  }

  @Test
  void saysWhyTheRunFailedEvenWhereItsReleaseFailsToo() {
    lab.function(
        "release",
        input -> {
          throw new DataException(ErrorCode.STATEMENT_FAILED, "The release failed.");
        });

    var end = run();

    assertThat(end.cause()).contains("The data is odd.").doesNotContain("The release failed.");
  }

  private DescribeExecutionResponse run() {
    String machine = lab.states.createMachine("pipeline", DeployedMachine.definition("pipeline"));
    return lab.await(lab.startMachine(machine, "{}"));
  }
}
