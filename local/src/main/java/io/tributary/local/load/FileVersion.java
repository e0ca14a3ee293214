package io.tributary.local.load;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file as it stood at one moment. A file whose size and time of change are the same is taken for
 * unchanged.
 *
 * @param modified in UTC, as exact as the file system knows it
 */
record FileVersion(RawFile file, long size, String modified) {
  static FileVersion of(RawFile file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return new FileVersion(file, attributes.size(), attributes.lastModifiedTime().toString());
    } catch (FileSystemException e) {
      throw FileFault.ofRefusal(file, e);
    }
  }

  boolean isAsLoaded(LoadedFile loaded) {
    return loaded != null && loaded.size() == size && loaded.modified().equals(modified);
  }
}
