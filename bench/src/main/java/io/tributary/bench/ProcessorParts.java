package io.tributary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processor time of this process by its parts, as Linux counts it for each thread: every part
 * of the local cloud has threads of its own. Looks twice a second, because threads end.
 */
final class ProcessorParts {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final int LOOK_EVERY_MILLISECONDS = 500;
  private static final double TICKS_A_SECOND = 100;

  /** A part and what the names of its threads begin with; Linux keeps 15 characters of a name. */
  private record Part(String name, List<String> threads) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("warehouse", List.of("warehouse", "java")),
          new Part("workers: the step `attribute`", List.of("step-attribute")),
          new Part("the step `batch`", List.of("step-batch")),
          new Part("the other steps", List.of("step-", "function-")),
          new Part("HTTP clients of the service and of the queue", List.of("HttpClient")),
          new Part("object server", List.of("objects-")),
          new Part("queue server (ElasticMQ)", List.of("elasticmq")),
          new Part("event source", List.of("event-source")),
          new Part("state machines", List.of("states")),
          new Part("the service's stand-in", List.of("attribution-ser")),
          new Part("dispatchers of the local servers", List.of("HTTP-Dispatcher")),
          new Part("compiling", List.of("C1 Compiler", "C2 Compiler")),
          new Part("garbage collection", List.of("GC Thread", "G1 ")));

  private record Used(String thread, long ticks) {}

  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Used> before;
  private final Map<String, Used> latest = new HashMap<>();

  private ProcessorParts() {
    before = threads();
  }

  static ProcessorParts watch() {
    ProcessorParts parts = new ProcessorParts();
    parts.looking.scheduleAtFixedRate(
        parts::look, 0, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    return parts;
  }

  /** Processor seconds by part since the watch began; empty where Linux does not tell. */
  Map<String, Double> stop() {
    looking.shutdownNow();
    look();
    Map<String, Double> seconds = new LinkedHashMap<>();
    if (latest.isEmpty()) {
      return seconds;
    }
    PARTS.forEach(part -> seconds.put(part.name(), 0.0));
    latest.forEach(
        (id, used) -> {
          long earlier = before.containsKey(id) ? before.get(id).ticks() : 0;
          part(used.thread())
              .ifPresent(
                  part ->
                      seconds.merge(part, (used.ticks() - earlier) / TICKS_A_SECOND, Double::sum));
        });
    return seconds;
  }

  private synchronized void look() {
    latest.putAll(threads());
  }

  private static Optional<String> part(String thread) {
    return PARTS.stream()
        .filter(part -> part.threads().stream().anyMatch(thread::startsWith))
        .map(Part::name)
        .findFirst();
  }

  private static Map<String, Used> threads() {
    Map<String, Used> threads = new HashMap<>();
    if (!Files.isDirectory(THREADS)) {
      return threads;
    }
    try (Stream<Path> all = Files.list(THREADS)) {
      for (Path thread : all.toList()) {
        read(thread, threads);
      }
      return threads;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line is {@code id (name) state …}; the 12th and 13th word after the name are ticks. */
  private static void read(Path thread, Map<String, Used> threads) {
    try {
      String line = Files.readString(thread.resolve("stat"));
      int end = line.lastIndexOf(')');
      String[] words = line.substring(end + 2).split(" ");
      long ticks = Long.parseLong(words[11]) + Long.parseLong(words[12]);
      String name = line.substring(line.indexOf('(') + 1, end);
      threads.put(thread.getFileName().toString(), new Used(name, ticks));
    } catch (IOException e) {
      // The thread ended meanwhile; what it used was seen at the look before.
      return;
    }
  }
}
