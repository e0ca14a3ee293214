package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import io.tributary.local.functions.FunctionEnvironment;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.stack.zip.RuntimeApi.Ending;
import io.tributary.step.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One function of the zip in a process of its own, begun as Lambda begins it. */
final class ZipEnvironment implements FunctionEnvironment, AutoCloseable {
  private final RuntimeApi api = new RuntimeApi();
  private final Process process;
  private final Path log;

  /**
   * @param command what starts the process
   * @param log where its standard output and error go, as they go to CloudWatch Logs
   */
  ZipEnvironment(List<String> command, FunctionSettings settings, Path log) {
    this.log = log;
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(settings.variables());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    try {
      process = builder.redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of its process. */
  long process() {
    return process.pid();
  }

  /** Processor time that its process has used. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** When it asked for its first invocation. */
  Instant firstPoll() {
    return api.polled().join();
  }

  /** Lets the process end by itself, which it does not do on Lambda. */
  void end() throws InterruptedException {
    api.end();
    process.waitFor();
  }

  @Override
  public String call(String input, Invocation invocation) throws FunctionFailure {
    CompletableFuture<Ending> ending = api.invoke(input, invocation);
    process.onExit().thenRun(() -> ending.completeExceptionally(new IllegalStateException(said())));
    try {
      Ending ended = ending.get();
      if (ended.failed()) {
        throw failure(Json.read(ended.json().getBytes(StandardCharsets.UTF_8), JsonNode.class));
      }
      return ended.json();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FunctionFailure.reported("Sandbox.Interrupted", "Nobody waits.", List.of());
    } catch (ExecutionException e) {
      throw FunctionFailure.reported("Runtime.ExitError", e.getMessage(), List.of());
    }
  }

  private static FunctionFailure failure(JsonNode error) {
    List<String> frames = error.path("stackTrace").valueStream().map(JsonNode::asText).toList();
    return FunctionFailure.reported(
        error.path("errorType").asText(), error.path("errorMessage").asText(), frames);
  }

  private String said() {
    try {
      return "The process ended: " + Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }
}
