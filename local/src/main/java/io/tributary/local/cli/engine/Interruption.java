package io.tributary.local.cli.engine;

import io.tributary.local.cli.screen.RunScreen;
import io.tributary.local.cloud.LocalCloud;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * What Ctrl-C does to a run: its execution is stopped, its statements are cancelled and its lease
 * is released, so that what was live stays and the next run begins at once.
 */
final class Interruption implements AutoCloseable {
  private final RunScreen screen;
  private final Thread hook = new Thread(this::stop, "interruption");
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile Optional<Runnable> execution = Optional.empty();

  /** Watches from now on. */
  Interruption(RunScreen screen) {
    this.screen = screen;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The execution that an interruption stops. */
  void watch(LocalCloud cloud, String executionArn) {
    execution =
        Optional.of(
            () -> {
              cloud.clients().sfn().stopExecution(r -> r.executionArn(executionArn));
              cloud.pipeline().warehouse().cancelAll("run-");
              cloud.pipeline().lease().release(executionArn);
            });
  }

  /** Returns at once, or never where the run is being stopped: the stop still needs the cloud. */
  void awaitEndOfProcess() {
    if (begun.getCount() == 0) {
      waitForever();
    }
  }

  /** Does what Ctrl-C does, but for the end of the process. */
  void stop() {
    begun.countDown();
    screen.interrupted();
    execution.ifPresent(Runnable::run);
  }

  /** Without it an ordinary end of the process would stop the run once more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      waitForever();
    }
  }

  /** The process ends when its hooks have: until then nothing more is printed. */
  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
