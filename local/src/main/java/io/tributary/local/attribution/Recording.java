package io.tributary.local.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers of the service that were kept, a response a line. A conversion may stand in several
 * responses: all its rows are given back, as they are.
 */
final class Recording {
  private final Map<String, List<JsonNode>> rows = new HashMap<>();
  private final MessageDigest digest = sha256();
  private String fingerprint = "";

  private Recording() {}

  /** A recording without answers. */
  static Recording none() {
    return new Recording();
  }

  /**
   * @throws UserException if the file cannot be read or a line is no response
   */
  static Recording of(Path file) {
    Recording recording = new Recording();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        recording.add(line);
      }
    } catch (JsonProcessingException e) {
      throw unusable(file + ":" + number + " is not an answer of the service", e);
    } catch (IOException e) {
      throw unusable(file + " cannot be read", e);
    }
    recording.fingerprint = HexFormat.of().formatHex(recording.digest.digest());
    return recording;
  }

  Optional<List<JsonNode>> answer(String conversion) {
    return Optional.ofNullable(rows.get(conversion));
  }

  /** Changes whenever the answers do; empty where there are none. */
  String fingerprint() {
    return fingerprint;
  }

  private void add(String line) throws IOException {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    for (JsonNode row : Json.MAPPER.readTree(line).path("value")) {
      rows.computeIfAbsent(row.path("conversion_id").asText(), id -> new ArrayList<>()).add(row);
    }
  }

  private static UserException unusable(String what, IOException cause) {
    return new UserException(
        ErrorCode.PROJECT_INVALID,
        "The recording " + what + "; mend it or leave attribution.ihc.recording out.",
        cause);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
