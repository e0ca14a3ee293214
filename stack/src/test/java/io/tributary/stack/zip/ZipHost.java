package io.tributary.stack.zip;

import io.tributary.local.cloud.CloudAddresses;
import io.tributary.local.cloud.FunctionHost;
import io.tributary.local.functions.FunctionEnvironment;
import io.tributary.step.StepDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Serves the functions of a local cloud from the zip, a process an environment. */
final class ZipHost implements FunctionHost, AutoCloseable {
  private final UnpackedZip zip;
  private final Path logs;
  private final int maxConcurrency;
  private final List<ZipEnvironment> environments = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();

  ZipHost(UnpackedZip zip, Path logs, int maxConcurrency) {
    this.zip = zip;
    this.logs = logs;
    this.maxConcurrency = maxConcurrency;
  }

  /** Begins the first environment at once, so that all functions start side by side. */
  @Override
  public Supplier<FunctionEnvironment> environmentsOf(StepDefinition step, CloudAddresses cloud) {
    var settings = FunctionSettings.of(step.name(), cloud, maxConcurrency);
    Queue<ZipEnvironment> ready = new ConcurrentLinkedQueue<>(List.of(begin(step, settings)));
    return () -> Optional.ofNullable(ready.poll()).orElseGet(() -> begin(step, settings));
  }

  private ZipEnvironment begin(StepDefinition step, FunctionSettings settings) {
    Path log = logs.resolve(step.name() + "-" + count.incrementAndGet() + ".log");
    var environment = new ZipEnvironment(zip.command(), settings, log);
    environments.add(environment);
    return environment;
  }

  /** What all environments wrote. */
  List<String> lines() {
    try (Stream<Path> files = Files.list(logs)) {
      return files.sorted().flatMap(ZipHost::lines).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path log) {
    try {
      return Files.readAllLines(log).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    environments.forEach(ZipEnvironment::close);
  }
}
