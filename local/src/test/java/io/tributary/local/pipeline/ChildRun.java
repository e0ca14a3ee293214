package io.tributary.local.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
final class ChildRun {
  /** SIGINT's bit in a mask of signals. */
  private static final long INTERRUPT = 0b10;

  private final Process process;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Thread reader = new Thread(this::read, "output of a child");

  private ChildRun(Process process) {
    this.process = process;
    reader.start();
  }

  /** Begins {@code run} with the key. */
  static ChildRun start(TestShop shop, String key) {
    return command(key, "run", shop.files().folder().toString());
  }

  /** Begins a command with the key. */
  static ChildRun command(String key, String... words) {
    List<String> command = new ArrayList<>(listeningToInterrupts());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Dsun.net.httpserver.nodelay=true",
            "-cp",
            System.getProperty("java.class.path"),
            "io.tributary.local.cli.Main"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TRIBUTARY_SECRET_TRIBUTARY_IHC", key);
    try {
      return new ChildRun(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a shell starts in the background ignores Ctrl-C, and so would its children. */
  private static List<String> listeningToInterrupts() {
    Path status = Path.of("/proc/self/status");
    try {
      boolean ignores =
          Files.exists(status)
              && Files.readAllLines(status).stream()
                  .filter(line -> line.startsWith("SigIgn:"))
                  .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                  .anyMatch(signals -> (signals & INTERRUPT) != 0);
      return ignores ? List.of("env", "--default-signal=INT") : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the process as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    end();
  }

  /** Does what Ctrl-C does. */
  void interrupt() {
    tell("kill", "-INT", Long.toString(process.pid()));
  }

  /** From now on the process can write no file beyond so many bytes, as on a full disk. */
  void fillDiskAt(long bytes) {
    tell("prlimit", "--fsize=" + bytes, "--pid", Long.toString(process.pid()));
  }

  /** Waits for its end and gives the exit code. */
  int end() {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("The run does not end:\n" + output());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** What it printed so far, errors too. */
  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private void read() {
    try {
      process.getInputStream().transferTo(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(String... command) {
    try {
      int end = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (end != 0) {
        throw new AssertionError(String.join(" ", command) + " ended with " + end);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
