package io.tributary.local.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
final class ChildRun {
  private final Process process;
  private final Path output;

  private ChildRun(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Begins {@code run} with the key. */
  static ChildRun start(TestShop shop, String key) {
    try {
      Path output = Files.createTempFile(shop.files().folder().getParent(), "child", ".txt");
      var builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx1g",
              "-XX:TieredStopAtLevel=1",
              "-Dsun.net.httpserver.nodelay=true",
              "-cp",
              System.getProperty("java.class.path"),
              "io.tributary.local.cli.Main",
              "run",
              shop.files().folder().toString());
      builder.environment().put("TRIBUTARY_SECRET_TRIBUTARY_IHC", key);
      builder.redirectErrorStream(true).redirectOutput(new File(output.toString()));
      return new ChildRun(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the process as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    end();
  }

  /** Waits for its end and gives the exit code. */
  int end() {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("The run does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed so far, errors too. */
  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
