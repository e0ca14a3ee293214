package io.tributary.local.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the store answers where the file system refuses, which it never does to the superuser. */
class DiskErrorsTest {
  private static final Path ROOT = Path.of("objects");

  @Test
  void saysThatTheFolderCannotBeWritten() {
    Refusal refusal = DiskErrors.refusal(new AccessDeniedException("objects/a"), ROOT);

    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal).hasMessage("The folder objects cannot be written: check its permissions.");
  }

  @Test
  void saysThatTheDiskIsFullOrTakesNoLargerFile() {
    assertThat(DiskErrors.refusal(new IOException("No space left on device"), ROOT))
        .hasMessage("The disk of objects is full: free some space and run again.");
    assertThat(DiskErrors.refusal(new IOException("Disk quota exceeded"), ROOT))
        .hasMessageStartingWith("The disk of objects is full");
    assertThat(DiskErrors.refusal(new IOException("File too large"), ROOT))
        .hasMessageContaining("takes no larger file: lift the limit");
    assertThat(DiskErrors.refusal(new IOException("odd"), ROOT).status()).isEqualTo(500);
  }
}
