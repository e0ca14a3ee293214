package io.tributary.local.states;

import io.tributary.json.Json;
import io.tributary.local.functions.LocalFunctions;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** State machines in a test: a runner, the SDK's client for it, and functions made of lambdas. */
final class StatesLab implements AutoCloseable {
  final LocalFunctions functions = new LocalFunctions(Clock.systemUTC(), Json.MAPPER);
  final LocalStates states;
  final SfnClient sfn;
  private final AtomicInteger machines = new AtomicInteger();

  StatesLab(Path folder) {
    this(folder, builder -> {});
  }

  StatesLab(Path folder, Consumer<LocalStates.Builder> more) {
    LocalStates.Builder builder = LocalStates.builder().functions(functions).historyFolder(folder);
    more.accept(builder);
    states = builder.build();
    sfn = client(states.start());
  }

  static SfnClient client(URI endpoint) {
    return SfnClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
        .build();
  }

  /** A step that is a lambda from JSON object to JSON object. */
  record LambdaStep(String name, Function<Map<String, Object>, Object> body)
      implements Step<Map<String, Object>, Object> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Map<String, Object>> inputType() {
      return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    @Override
    public Object run(Map<String, Object> input, Invocation invocation) {
      return body.apply(input);
    }
  }

  void function(String name, Function<Map<String, Object>, Object> body) {
    functions.register(name, Duration.ofSeconds(30), () -> new LambdaStep(name, body));
  }

  /** Single quotes stand for double ones, so that definitions are readable. */
  String machine(String name, String definition) {
    return states.createMachine(name, definition.replace('\'', '"'));
  }

  /** Runs states of a new machine to its end. */
  DescribeExecutionResponse run(String startAt, String statesJson, String input) {
    return await(start(startAt, statesJson, input));
  }

  String start(String startAt, String statesJson, String input) {
    String arn =
        machine(
            "machine-" + machines.incrementAndGet(),
            "{'QueryLanguage': 'JSONata', 'StartAt': '"
                + startAt
                + "', 'States': {"
                + statesJson
                + "}}");
    return startMachine(arn, input);
  }

  String startMachine(String machineArn, String input) {
    String json = input.replace('\'', '"');
    return sfn.startExecution(r -> r.stateMachineArn(machineArn).input(json)).executionArn();
  }

  DescribeExecutionResponse await(String executionArn) {
    try {
      if (!states.awaitEnd(executionArn, Duration.ofSeconds(30))) {
        throw new IllegalStateException("The execution has not ended.");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return sfn.describeExecution(r -> r.executionArn(executionArn));
  }

  java.util.List<HistoryEvent> history(String executionArn) {
    return sfn
        .getExecutionHistoryPaginator(r -> r.executionArn(executionArn).maxResults(1_000))
        .events()
        .stream()
        .toList();
  }

  @Override
  public void close() {
    sfn.close();
    states.close();
  }
}
