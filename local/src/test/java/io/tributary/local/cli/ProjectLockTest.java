package io.tributary.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path project;

  @Test
  void namesTheRunThatHoldsTheProjectUntilItIsKilled() throws Exception {
    Process other = otherProcess("run");
    try {
      assertThatThrownBy(() -> ProjectLock.whileRunning(project, NOON, () -> {}))
          .isInstanceOfSatisfying(
              UserException.class, held -> assertThat(held.code()).isEqualTo(ErrorCode.LEASE_HELD))
          .hasMessage(
              "%s is held by a run of process %d, since 2026-01-02T12:00:00Z; wait until that ends,"
                  + " or end it.",
              project, other.pid());
      assertThatThrownBy(() -> ProjectLock.whileReading(project, () -> {}))
          .hasMessageContaining("held by a run of process " + other.pid());
    } finally {
      kill(other);
    }

    AtomicInteger runs = new AtomicInteger();
    ProjectLock.whileRunning(project, NOON, runs::incrementAndGet);
    assertThat(runs).hasValue(1);
  }

  @Test
  void letsQueriesShareTheProjectAndKeepsRunsOut() throws Exception {
    ProjectLock.whileRunning(project, NOON, () -> {});
    Process other = otherProcess("query");
    try {
      AtomicInteger reads = new AtomicInteger();
      ProjectLock.whileReading(project, reads::incrementAndGet);
      assertThat(reads).hasValue(1);
      assertThatThrownBy(() -> ProjectLock.whileRunning(project, NOON, () -> {}))
          .hasMessageContaining("is held by a query of another process;");
    } finally {
      kill(other);
    }
  }

  @Test
  void releasesTheProjectAfterAFailure() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("no luck");
        };
    assertThatThrownBy(() -> ProjectLock.whileRunning(project, NOON, failing))
        .hasMessage("no luck");

    AtomicInteger runs = new AtomicInteger();
    ProjectLock.whileRunning(project, NOON, runs::incrementAndGet);
    assertThat(runs).hasValue(1);
  }

  @Test
  void saysThatAProjectWasNeverRunAndLeavesItAsItIs() throws IOException {
    assertThatThrownBy(() -> ProjectLock.whileReading(project, () -> {}))
        .hasMessageContaining("has not been run yet");

    try (var files = Files.list(project)) {
      assertThat(files).isEmpty();
    }
  }

  /** A process that holds the lock; it has it when this returns. */
  private Process otherProcess(String how) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                project.toString(),
                how)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('h');
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Holds a project until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) {
      Path project = Path.of(arguments[0]);
      if (arguments[1].equals("run")) {
        ProjectLock.whileRunning(project, NOON, Holder::hold);
      } else {
        ProjectLock.whileReading(project, Holder::hold);
      }
    }

    private static void hold() {
      try {
        System.out.print('h');
        System.out.flush();
        System.in.read();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
