package io.tributary.local.cli.engine;

import io.tributary.local.cloud.LocalCloud;
import java.util.Optional;

/**
 * What Ctrl-C does to a run: its execution is stopped, its statements are cancelled and its lease
 * is released, so that what was live stays and the next run begins at once.
 */
final class Interruption implements AutoCloseable {
  private final LocalCloud cloud;
  private final Thread hook = new Thread(this::stop, "interruption");
  private volatile Optional<String> execution = Optional.empty();

  Interruption(LocalCloud cloud) {
    this.cloud = cloud;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The execution that an interruption stops. */
  void watch(String executionArn) {
    execution = Optional.of(executionArn);
  }

  private void stop() {
    execution.ifPresent(
        arn -> {
          cloud.clients().sfn().stopExecution(r -> r.executionArn(arn).cause("interrupted"));
          cloud.pipeline().warehouse().cancelAll("run-");
          cloud.pipeline().lease().release(arn);
        });
  }

  /** Without it an ordinary end of the process would stop the run once more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      awaitStop();
    }
  }

  /** The process ends when its hooks have: until then nothing more is printed. */
  private void awaitStop() {
    try {
      hook.join();
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
