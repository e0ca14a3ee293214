package io.tributary.local.load;

import io.tributary.config.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file is wrong as a whole: nothing of its table is loaded until somebody mends it. */
public final class FileFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /**
   * @param message what is wrong with the file and the mend, such as {@code is empty: …}
   */
  FileFault(RawFile file, long line, String message) {
    super("The file " + message + ".");
    this.problem = new Problem(file.shownName(), Math.toIntExact(line), getMessage());
  }

  /** What the system's refusal to open a file means to whoever put it there. */
  static IOException ofRefusal(RawFile file, FileSystemException refusal) {
    if (refusal instanceof AccessDeniedException) {
      return new FileFault(file, 0, "may not be read: give yourself the right with chmod u+r");
    }
    return refusal instanceof NoSuchFileException
        ? new FileFault(file, 0, "is not there: it went away, or is a link that leads nowhere")
        : refusal;
  }

  public Problem problem() {
    return problem;
  }
}
