package io.tributary.local.states.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionFolderTest {
  private static final String MACHINE = "arn:aws:states:local:000000000000:stateMachine:shop";
  private static final String EXECUTION = "arn:aws:states:local:000000000000:execution:shop:one";

  @Test
  void saysWhereAndWhyAnExecutionCannotBeKept(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("shop"), "a file in the way");
    var identity =
        new ExecutionIdentity(
            EXECUTION, "one", MACHINE, "shop", Optional.empty(), Instant.EPOCH, "{}");
    var record =
        new ExecutionRecord(
            identity,
            ExecutionStatus.RUNNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    assertThatThrownBy(() -> new ExecutionFolder(folder).write(record))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(
            "The execution cannot be kept in " + folder.resolve("shop/one.json") + " (")
        .hasMessageEndingWith("); mend that and run again.");
  }
}
