package io.tributary.local.init;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a file of recorded answers of the attribution service beside a project's data folder. */
final class RecordedAnswers {
  private RecordedAnswers() {}

  /** The file's name, where there is one; of several the first in the alphabet. */
  static Optional<String> in(Path projectDirectory) throws IOException {
    List<Path> files;
    try (Stream<Path> children = Files.list(projectDirectory)) {
      files = children.filter(RecordedAnswers::isNdjson).sorted().toList();
    }
    for (Path file : files) {
      if (holdsAnswers(file)) {
        return Optional.of(file.getFileName().toString());
      }
    }
    return Optional.empty();
  }

  private static boolean isNdjson(Path path) {
    return path.getFileName().toString().endsWith(".ndjson") && Files.isRegularFile(path);
  }

  private static boolean holdsAnswers(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      JsonNode answer = Json.MAPPER.readTree(line == null ? "" : line);
      return answer.path("statusCode").isInt() && answer.path("value").isArray();
    } catch (JsonProcessingException | MalformedInputException e) {
      return false;
    }
  }
}
