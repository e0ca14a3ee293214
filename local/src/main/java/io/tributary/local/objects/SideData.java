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

  /** The object whose file has these attributes, with its side data where they still belong. */
  static ObjectFile describe(Path sideFile, BasicFileAttributes attributes) throws IOException {
    return read(sideFile)
        .filter(side -> side.size == attributes.size())
        .filter(side -> side.modified.equals(attributes.lastModifiedTime().toInstant()))
        .map(SideData::object)
        .orElseGet(() -> ObjectFile.foreign(attributes));
  }

  /** Writes the side data in one step, through a temporary file. */
  void write(Path temporary, Path sideFile) throws IOException {
    Files.write(temporary, Json.bytes(this));
    Files.createDirectories(sideFile.getParent());
    Files.move(temporary, sideFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<SideData> read(Path sideFile) throws IOException {
    try {
      return Optional.of(Json.read(Files.readAllBytes(sideFile), SideData.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private ObjectFile object() {
    return new ObjectFile(size, modified, etag, Optional.of(crc32), contentType, metadata);
  }
}
