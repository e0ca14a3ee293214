package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/** What the file system refuses, said so that a person can mend it. */
final class DiskErrors {
  private static final int INSUFFICIENT_STORAGE = 507;

  private DiskErrors() {}

  static Refusal refusal(IOException error, Path root) {
    String text = String.valueOf(error.getMessage());
    if (isFull(text)) {
      return new Refusal(
          INSUFFICIENT_STORAGE,
          "InsufficientStorage",
          "The disk of " + root + " is full: free some space and run again.");
    }
    if (text.contains("File too large")) {
      return new Refusal(
          INSUFFICIENT_STORAGE,
          "InsufficientStorage",
          "The disk of "
              + root
              + " takes no larger file: lift the limit (ulimit -f) and run again.");
    }
    if (error instanceof AccessDeniedException) {
      return new Refusal(
          403, "AccessDenied", "The folder " + root + " cannot be written: check its permissions.");
    }
    return new Refusal(
        500, "InternalError", "The local object store failed in " + root + ": " + text);
  }

  private static boolean isFull(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("no space left") || text.contains("quota exceeded");
  }
}
