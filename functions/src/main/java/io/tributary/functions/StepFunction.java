package io.tributary.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Supplier;

/** A Lambda function that is one step of the pipeline: JSON in, the step's answer as JSON out. */
public abstract class StepFunction implements RequestStreamHandler {
  private final String name;
  private final Supplier<StepCalls<?, ?>> calls;

  protected StepFunction(String name, Services services) {
    this.name = name;
    this.calls = Services.onceOrRefused(() -> services.callsOf(name));
  }

  /** The step's name, by which {@code QUARKUS_LAMBDA_HANDLER} chooses this function. */
  public final String name() {
    return name;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    output.write(calls.get().answer(input.readAllBytes(), context.getAwsRequestId(), left));
  }
}
