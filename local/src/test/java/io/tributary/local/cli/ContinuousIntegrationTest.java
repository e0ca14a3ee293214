package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code .ci/run} in a small checkout whose tools only tell that they were called. */
class ContinuousIntegrationTest {
  private static final Path SCRIPT = Path.of("..", ".ci", "run").toAbsolutePath().normalize();

  @TempDir Path checkout;
  private Path tools;

  @BeforeEach
  void makeCheckout() throws IOException {
    tools = Files.createDirectories(checkout.resolve("tools"));
    Files.createDirectories(checkout.resolve(".ci"));
    Files.copy(SCRIPT, checkout.resolve(".ci/run"), StandardCopyOption.COPY_ATTRIBUTES);
    executable(tools.resolve("javac"), "exit 0");
    executable(tools.resolve("mvn"), "echo \"mvn called with $*\"");
    executable(checkout.resolve("tributary"), "echo \"tributary called with $*\"");
    executable(checkout.resolve(".ci/stack"), "echo \"stack called with $*\"");
  }

  @Test
  void runsTheTestsThenTheDemoAndThenTheStacksTools() throws Exception {
    assertThat(runAnd(0).lines())
        .containsExactly(
            "+ mvn -B verify",
            "mvn called with -B verify",
            "+ ./tributary demo",
            "tributary called with demo",
            "+ .ci/stack",
            "stack called with ");
  }

  @Test
  void stopsWhereTheTestsFail() throws Exception {
    executable(tools.resolve("mvn"), "exit 7");

    assertThat(runAnd(7)).doesNotContain("tributary");
  }

  private String runAnd(int exitCode) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(checkout.resolve(".ci/run").toString());
    builder.environment().merge("PATH", tools.toString(), (path, mine) -> mine + ":" + path);
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
    return out;
  }

  private static void executable(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
