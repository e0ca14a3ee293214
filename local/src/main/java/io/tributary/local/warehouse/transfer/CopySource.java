package io.tributary.local.warehouse.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the files that a COPY loads. */
final class CopySource {
  private final ObjectFolder objects;

  CopySource(ObjectFolder objects) {
    this.objects = objects;
  }

  /** The files, at least one. */
  List<Path> files(CopyStatement copy) throws TransferException {
    List<Path> files =
        copy.kind() == CopyStatement.Source.MANIFEST
            ? listed(copy.source())
            : objects.beginningWith(copy.source());
    if (files.isEmpty()) {
      String prefix = ObjectFolder.address(copy.source()).key();
      throw new TransferException("The specified S3 prefix '" + prefix + "' does not exist");
    }
    for (Path file : files) {
      if (file.toString().matches(".*[*?\\[].*")) {
        throw new TransferException(
            "COPY cannot load a key with * or ? or [ locally: " + file.getFileName());
      }
    }
    return files;
  }

  private List<Path> listed(String manifest) throws TransferException {
    List<Path> files = new ArrayList<>();
    for (JsonNode entry : read(manifest).path("entries")) {
      String uri = entry.path("url").asText();
      Path file = objects.file(uri);
      if (Files.isRegularFile(file)) {
        files.add(file);
      } else if (entry.path("mandatory").asBoolean(false)) {
        throw missing(uri);
      }
    }
    return files;
  }

  private JsonNode read(String manifest) throws TransferException {
    Path file = objects.file(manifest);
    if (!Files.isRegularFile(file)) {
      throw missing(manifest);
    }
    try {
      return Json.MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new TransferException("The manifest '" + manifest + "' is not JSON", e);
    }
  }

  private static TransferException missing(String uri) {
    return new TransferException(
        "Problem reading manifest file - S3ServiceException:The specified key does not exist.,"
            + "Status 404,Error NoSuchKey,Key "
            + uri);
  }
}
