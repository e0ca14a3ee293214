package io.tributary.local.states.execution;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tributary.json.Json;
import io.tributary.local.states.history.HistoryEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps a small file for each execution, {@code <machine>/<name>.json}, and its history. */
final class ExecutionFolder {
  private static final String RECORD = ".json";
  private static final String HISTORY = ".history.json";
  private static final int MACHINE_PART = 6;

  private static final Pattern EXECUTION =
      Pattern.compile("arn:aws:states:[^:/]+:[^:/]+:execution:[^:]+:[^:/]+");

  private final Path folder;

  ExecutionFolder(Path folder) {
    this.folder = folder;
  }

  void write(ExecutionRecord record) {
    replace(file(record.identity().arn(), RECORD), Json.bytes(record));
  }

  void writeHistory(ExecutionIdentity identity, List<HistoryEvent> events) {
    replace(file(identity.arn(), HISTORY), Json.bytes(events));
  }

  Optional<ExecutionRecord> read(String executionArn) {
    if (!EXECUTION.matcher(executionArn).matches() || executionArn.contains("..")) {
      return Optional.empty();
    }
    Path file = file(executionArn, RECORD);
    return Files.exists(file) ? Optional.of(readRecord(file)) : Optional.empty();
  }

  List<HistoryEvent> readHistory(ExecutionIdentity identity) {
    Path file = file(identity.arn(), HISTORY);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Json.MAPPER.readValue(file.toFile(), new TypeReference<List<HistoryEvent>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the history " + file, e);
    }
  }

  List<ExecutionRecord> ofMachine(String machineArn) {
    Path machine = folder.resolve(machineArn.substring(machineArn.lastIndexOf(':') + 1));
    if (!Files.isDirectory(machine)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(machine)) {
      return files
          .filter(file -> file.toString().endsWith(RECORD) && !file.toString().endsWith(HISTORY))
          .map(ExecutionFolder::readRecord)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the executions in " + machine, e);
    }
  }

  private static ExecutionRecord readRecord(Path file) {
    try {
      return Json.read(Files.readAllBytes(file), ExecutionRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the execution " + file, e);
    }
  }

  private static void replace(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), ".", ".tmp");
      Files.write(written, content);
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The execution cannot be kept in %s (%s); mend that and run again."
              .formatted(file, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException failure && failure.getReason() != null
        ? failure.getReason()
        : e.getMessage();
  }

  private Path file(String executionArn, String ending) {
    String[] parts = executionArn.split(":");
    return folder.resolve(parts[MACHINE_PART]).resolve(parts[MACHINE_PART + 1] + ending);
  }
}
