package io.tributary.local.load;

import io.tributary.config.Problem;
import java.io.IOException;

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

  public Problem problem() {
    return problem;
  }
}
