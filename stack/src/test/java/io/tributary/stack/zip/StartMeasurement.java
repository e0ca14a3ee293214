package io.tributary.stack.zip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.functions.FunctionFailure;
import io.tributary.step.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts of the zip, each in a new process: until it asks for work, until its first answer, a warm
 * call, and its memory then. The worker is started with a message that it cannot read, because that
 * needs no service.
 */
record StartMeasurement(List<String> command, Path log) {
  private static final int ROUNDS = 7;
  private static final int WARM_CALLS = 300;
  private static final String EVENT =
      "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"r\",\"body\":\"none\"}]}";

  /** Medians in seconds, and bytes. */
  ObjectNode measure() throws IOException, FunctionFailure {
    List<Double> polls = new ArrayList<>();
    List<Double> answers = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    List<Double> warm = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Instant started = Instant.now();
      try (var environment = start()) {
        polls.add(seconds(started, environment.firstPoll()));
        environment.call(EVENT, invocation());
        answers.add(seconds(started, Instant.now()));
        work.add(environment.processorTime().toNanos() / 1e9);
        warm.add(warmCall(environment));
        memory.add(peakMemory(environment.process()));
      }
    }
    return Json.MAPPER
        .createObjectNode()
        .put("first_poll", median(polls))
        .put("first_answer", median(answers))
        .put("processor", median(work))
        .put("warm_call", median(warm))
        .put("memory_bytes", median(memory));
  }

  /** Starts it once, calls it, and lets it end by itself. */
  void rehearse() throws FunctionFailure, InterruptedException {
    try (var environment = start()) {
      environment.call(EVENT, invocation());
      environment.end();
    }
  }

  private ZipEnvironment start() {
    return new ZipEnvironment(command, FunctionSettings.alone("attribute"), log);
  }

  private static double warmCall(ZipEnvironment environment) throws FunctionFailure {
    List<Double> calls = new ArrayList<>();
    for (int call = 0; call < WARM_CALLS; call++) {
      Instant started = Instant.now();
      environment.call(EVENT, invocation());
      calls.add(seconds(started, Instant.now()));
    }
    return median(calls);
  }

  private static Invocation invocation() {
    return new Invocation("call", Instant.now().plus(Duration.ofMinutes(5)));
  }

  /** The most memory that the process had, resident; -1 where Linux does not say. */
  private static double peakMemory(long process) throws IOException {
    Path status = Path.of("/proc/" + process + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(-1);
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
