package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The side data of all objects. That of a plain object is held in memory only: after a restart the
 * object has another entity tag, as one has that something else wrote, and loses nothing else. It
 * spares the second file for each of the many small objects. Called under the object's lock.
 */
final class SideFiles {
  private final KeyPaths paths;
  private final Scratch scratch;
  private final Map<ObjectName, SideData> plain = new ConcurrentHashMap<>();

  SideFiles(KeyPaths paths, Scratch scratch) {
    this.paths = paths;
    this.scratch = scratch;
  }

  void keep(ObjectName name, SideData side) throws IOException {
    forget(name);
    if (side.isPlain()) {
      plain.put(name, side);
    } else {
      side.write(scratch.file(), paths.sideFile(name));
    }
  }

  void forget(ObjectName name) throws IOException {
    plain.remove(name);
    Path file = paths.sideFile(name);
    if (Files.isRegularFile(file)) {
      Files.delete(file);
    }
  }

  /** The object whose file has these attributes, with its side data where they still belong. */
  ObjectFile describe(ObjectName name, BasicFileAttributes attributes) throws IOException {
    SideData held = plain.get(name);
    Optional<SideData> side =
        held == null ? SideData.read(paths.sideFile(name)) : Optional.of(held);
    return side.filter(known -> known.isOf(attributes))
        .map(SideData::object)
        .orElseGet(() -> ObjectFile.foreign(attributes));
  }
}
