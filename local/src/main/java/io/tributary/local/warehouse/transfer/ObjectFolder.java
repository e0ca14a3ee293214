package io.tributary.local.warehouse.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which {@code s3://bucket/key} is the file {@code bucket/key}. */
public final class ObjectFolder {
  private static final Pattern URI = Pattern.compile("s3://([a-z0-9][a-z0-9.-]+)/(.*)");

  private final Path root;

  public ObjectFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** A bucket and a key, or the beginning of one. */
  record Address(String bucket, String key) {}

  static Address address(String uri) throws TransferException {
    Matcher matcher = URI.matcher(uri);
    if (!matcher.matches()) {
      throw new TransferException("The address '" + uri + "' is not s3://bucket/key");
    }
    return new Address(matcher.group(1), matcher.group(2));
  }

  /** The file of this object, whether it exists or not. */
  Path file(String uri) throws TransferException {
    Address address = address(uri);
    Path bucket = root.resolve(address.bucket());
    Path file = bucket.resolve(address.key()).normalize();
    if (!file.startsWith(bucket) || address.bucket().contains("..")) {
      throw new TransferException("The address '" + uri + "' leaves its bucket");
    }
    return file;
  }

  /** The files of all objects whose key begins so, in the order of their paths. */
  List<Path> beginningWith(String uri) throws TransferException {
    Path start = file(uri);
    String prefix = address(uri).key();
    Path bucket = root.resolve(address(uri).bucket());
    Path folder = uri.endsWith("/") ? start : start.getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> key(bucket, file).startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new TransferException("The objects under '" + uri + "' cannot be listed", e);
    }
  }

  private static String key(Path bucket, Path file) {
    return bucket.relativize(file).toString().replace('\\', '/');
  }

  /** An empty folder outside of every bucket, on the same disk. */
  Path scratch() throws TransferException {
    try {
      Path parent = Files.createDirectories(root.resolve(".tmp"));
      return Files.createTempDirectory(parent, "unload-");
    } catch (IOException e) {
      throw new TransferException("The folder for objects cannot be written", e);
    }
  }
}
