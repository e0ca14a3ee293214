package io.tributary.local.queues;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Event sources on queues that all tests of a class share. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class EventSources {
  static final Duration HOUR = Duration.ofHours(1);
  static final long PATIENCE_SECONDS = 30;

  static Queues queues;

  @BeforeAll
  static void start() {
    queues = new Queues();
  }

  @AfterAll
  static void stop() {
    queues.close();
  }

  static EventSource source(String url, int concurrency, UnaryOperator<String> function) {
    return EventSource.start(
        queues.sqs, new EventSourceSettings(url, 1, concurrency, HOUR), function);
  }

  static ExecutionInterceptor interceptor(Consumer<SdkRequest> seen) {
    return new ExecutionInterceptor() {
      @Override
      public void beforeExecution(
          Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
        seen.accept(context.request());
      }
    };
  }
}
