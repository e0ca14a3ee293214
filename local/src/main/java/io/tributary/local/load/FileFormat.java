package io.tributary.local.load;

import java.util.Arrays;
import java.util.Optional;

/** What a raw file is written in, told by the ending of its name. */
public enum FileFormat {
  CSV,
  NDJSON,
  JSON,
  PARQUET;

  static Optional<FileFormat> ofEnding(String ending) {
    return Arrays.stream(values()).filter(f -> f.name().equalsIgnoreCase(ending)).findFirst();
  }
}
