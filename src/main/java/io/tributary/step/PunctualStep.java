package io.tributary.step;

import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.MDC;

/**
 * A step that says so when it cannot finish in time, instead of being ended without a word: shortly
 * before the deadline its work is interrupted and the call fails as transient, because every step
 * may be called again and begins where it was. Work that does not heed the interruption keeps the
 * next call waiting, so that there is never more than one at a time.
 */
public final class PunctualStep<I, O> implements Step<I, O> {
  /** Left for the answer. Below the worker's own reserve, in which it stores and reports. */
  static final Duration RESERVE = Duration.ofSeconds(2);

  private final Step<I, O> step;
  private final Clock clock;
  private final ExecutorService thread;

  public PunctualStep(Step<I, O> step, Clock clock) {
    this.step = step;
    this.clock = clock;
    this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, step.name()));
  }

  @Override
  public String name() {
    return step.name();
  }

  @Override
  public Class<I> inputType() {
    return step.inputType();
  }

  /**
   * Runs the step.
   *
   * @throws TransientException if it was not done in time
   */
  @Override
  public O run(I input, Invocation invocation) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    Future<O> work = thread.submit(() -> runWith(context, input, invocation));
    Duration usable = invocation.remaining(clock).minus(RESERVE);
    try {
      return work.get(Math.max(0, usable.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      throw outOfTime(e);
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransientException(
          ErrorCode.OUT_OF_TIME, "The step '" + name() + "' was interrupted.", e);
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    }
  }

  private O runWith(Map<String, String> context, I input, Invocation invocation) {
    if (context == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(context);
    }
    return step.run(input, invocation);
  }

  private TransientException outOfTime(Exception cause) {
    return new TransientException(
        ErrorCode.OUT_OF_TIME,
        "The step '"
            + name()
            + "' was not done "
            + RESERVE.toSeconds()
            + " seconds before its time was over, and stopped. It is tried again; if that does not"
            + " help, look at what the warehouse is busy with, or give the function more time.",
        cause);
  }

  private static RuntimeException thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, "step-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
