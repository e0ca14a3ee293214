package io.tributary.local.objects;

import io.tributary.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the store keeps beside an object's file. It counts only while the file has the same size and
 * time: whatever else wrote the file since has made it another object.
 */
record SideData(
    long size,
    Instant modified,
    String etag,
    String crc32,
    String contentType,
    Map<String, String> metadata) {
  SideData {
    metadata = Map.copyOf(metadata);
  }

  static SideData of(Received body, String etag, String contentType, Map<String, String> metadata)
      throws IOException {
    Instant modified = Files.getLastModifiedTime(body.file()).toInstant();
    return new SideData(body.size(), modified, etag, body.crc32(), contentType, metadata);
  }

  /** Whether it says nothing that is lost where only the object's file is left. */
  boolean isPlain() {
    return metadata.isEmpty() && contentType.equals(ObjectFile.PLAIN_TYPE);
  }

  /** Whether the file with these attributes is the one that this belongs to. */
  boolean isOf(BasicFileAttributes attributes) {
    return size == attributes.size() && modified.equals(attributes.lastModifiedTime().toInstant());
  }

  /** Writes the side data in one step, through a temporary file. */
  void write(Path temporary, Path sideFile) throws IOException {
    Files.write(temporary, Json.bytes(this));
    Files.createDirectories(sideFile.getParent());
    Files.move(temporary, sideFile, StandardCopyOption.ATOMIC_MOVE);
  }

  static Optional<SideData> read(Path sideFile) throws IOException {
    if (!Files.isRegularFile(sideFile)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readAllBytes(sideFile), SideData.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  ObjectFile object() {
    return new ObjectFile(size, modified, etag, Optional.of(crc32), contentType, metadata);
  }
}
