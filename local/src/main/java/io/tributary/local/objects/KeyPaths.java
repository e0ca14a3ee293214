package io.tributary.local.objects;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where objects and their side data lie below the root. No key leads out of its bucket. */
final class KeyPaths {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final int LONGEST_NAME = 255;

  private final Path root;

  KeyPaths(Path root) {
    this.root = root;
  }

  Path bucket(String bucket) {
    if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
      throw new Refusal(400, "InvalidBucketName", "'" + bucket + "' cannot name a bucket.");
    }
    return root.resolve(bucket);
  }

  Path existingBucket(String bucket) {
    Path folder = bucket(bucket);
    if (!Files.isDirectory(folder)) {
      throw new Refusal(404, "NoSuchBucket", "There is no bucket '" + bucket + "'.");
    }
    return folder;
  }

  Path object(ObjectName name) {
    return below(existingBucket(name.bucket()), name.key());
  }

  Path sideFile(ObjectName name) {
    return below(root.resolve(".meta").resolve(name.bucket()), name.key());
  }

  private static Path below(Path folder, String key) {
    for (String segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw Refusal.invalid(
            "The key '"
                + key
                + "' has an empty segment, '.' or '..': the local object store keeps objects as"
                + " files and never leaves the bucket.");
      }
      if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        throw new Refusal(400, "KeyTooLongError", "The key has a segment of more than 255 bytes.");
      }
    }
    try {
      return folder.resolve(key);
    } catch (InvalidPathException e) {
      throw Refusal.invalid(
          "The key '"
              + key
              + "' cannot be a file name here ("
              + e.getReason()
              + "): set LC_ALL=C.UTF-8 for characters beyond ASCII.");
    }
  }
}
