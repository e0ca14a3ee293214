package io.tributary.config;

import java.util.Objects;

/**
 * What an operator wrote about two identifiers.
 *
 * @param line where it stands in the file of corrections
 */
public record Correction(Verdict verdict, Name one, Name other, int line) {
  public Correction {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
  }

  /** What the operator knows about the two. */
  public enum Verdict {
    SAME,
    DIFFERENT
  }

  /** An identifier as it is written, {@code type:value}; spaces at its end never count. */
  public record Name(String type, String value) {
    public Name {
      Objects.requireNonNull(type);
      Objects.requireNonNull(value);
    }
  }
}
