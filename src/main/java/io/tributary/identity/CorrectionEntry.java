package io.tributary.identity;

import java.util.Objects;

/**
 * An operator's statement about two identifiers.
 *
 * @param line where it stands in its file
 */
public record CorrectionEntry(Verdict verdict, Identifier one, Identifier other, int line) {
  public CorrectionEntry {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
  }

  /** What the operator knows about the two. */
  public enum Verdict {
    SAME,
    DIFFERENT
  }
}
