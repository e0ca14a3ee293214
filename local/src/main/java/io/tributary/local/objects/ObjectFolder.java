package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Objects as files: written beside the buckets, then moved into place under the key's lock, so that
 * a reader sees the whole old object or the whole new one and conditions hold under races.
 */
final class ObjectFolder {
  private static final int TRIES = 5;

  private final Path root;
  private final KeyPaths paths;
  private final Scratch scratch;
  private final KeyLocks locks = new KeyLocks();
  private final SideFiles sides;

  private ObjectFolder(Path root, Scratch scratch) {
    this.root = root;
    this.paths = new KeyPaths(root);
    this.scratch = scratch;
    this.sides = new SideFiles(paths, scratch);
  }

  static ObjectFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    return new ObjectFolder(root, Scratch.open(root.resolve(".tmp")));
  }

  KeyPaths paths() {
    return paths;
  }

  Scratch scratch() {
    return scratch;
  }

  /** The object, or empty where there is none. */
  Optional<ObjectFile> describe(ObjectName name) throws IOException {
    Path file = paths.object(name);
    return locks.reading(file, () -> there(name, file));
  }

  /** An object and a stream of the very bytes that it describes. */
  Optional<OpenObject> read(ObjectName name) throws IOException {
    Path file = paths.object(name);
    return locks.reading(
        file,
        () -> {
          Optional<ObjectFile> object = there(name, file);
          return object.isEmpty()
              ? Optional.empty()
              : Optional.of(new OpenObject(object.get(), Files.newInputStream(file)));
        });
  }

  /**
   * Makes the file that the side data describes the object, if the conditions let it.
   *
   * @throws Refusal if they do not, or if a key is also a folder of another key
   */
  void commit(ObjectName name, Path body, SideData side, Conditions conditions) throws IOException {
    Path file = paths.object(name);
    locks.writing(
        file,
        () -> {
          conditions.checkWrite(there(name, file), name);
          checkFolders(name, file);
          sides.keep(name, side);
          move(body, file);
          return side;
        });
  }

  /** Removes the object, if there is one and the conditions let it. */
  void delete(ObjectName name, Conditions conditions) throws IOException {
    Path file = paths.object(name);
    locks.writing(
        file,
        () -> {
          Optional<ObjectFile> there = there(name, file);
          conditions.checkDelete(there);
          if (there.isPresent()) {
            Files.delete(file);
            sides.forget(name);
            prune(file.getParent(), paths.bucket(name.bucket()));
          }
          return there;
        });
  }

  /** What the disk refused, as an answer. */
  Refusal refusal(IOException error) {
    return DiskErrors.refusal(error, root);
  }

  private Optional<ObjectFile> there(ObjectName name, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return Optional.of(sides.describe(name, attributes));
  }

  private void checkFolders(ObjectName name, Path file) {
    boolean clash = Files.isDirectory(file);
    for (Path above = file.getParent(); !above.equals(root); above = above.getParent()) {
      clash |= Files.isRegularFile(above);
    }
    if (clash) {
      throw new Refusal(
          409,
          "OperationAborted",
          name
              + " would be a file and a folder at once: choose keys of which none continues"
              + " another after a '/'.");
    }
  }

  /** Tries again where the folder was just removed because its last object went. */
  private static void move(Path body, Path file) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        if (!Files.isDirectory(file.getParent())) {
          Files.createDirectories(file.getParent());
        }
        Files.move(body, file, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException e) {
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Removes the folders that became empty, up to the bucket. */
  private static void prune(Path folder, Path bucket) throws IOException {
    Path empty = folder;
    while (!empty.equals(bucket)) {
      try {
        Files.deleteIfExists(empty);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
      empty = empty.getParent();
    }
  }
}
