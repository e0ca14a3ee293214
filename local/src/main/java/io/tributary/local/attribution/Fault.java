package io.tributary.local.attribution;

import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong with a call.
 *
 * @param delay what a throttled caller is told to wait, or how much longer a slow answer takes
 */
public record Fault(Kind kind, Duration delay) {
  public Fault {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(delay);
  }

  /** What the caller sees. */
  public enum Kind {
    /** 206: an error for the conversion at fault, or for the first one; the rest is answered. */
    PARTIAL,
    /** 400. */
    BAD_REQUEST,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 413. */
    TOO_LARGE,
    /** 429 with {@code Retry-After} in whole seconds. */
    THROTTLED,
    /** 500. */
    SERVER_ERROR,
    /** The right answer, late. */
    SLOW,
    /** The connection closes without an answer. */
    CUT,
    /** 200 and half of the answer's text. Nothing of it is paid. */
    MALFORMED
  }

  public static Fault of(Kind kind) {
    return new Fault(kind, Duration.ZERO);
  }

  public static Fault throttled(Duration retryAfter) {
    return new Fault(Kind.THROTTLED, retryAfter);
  }

  public static Fault slow(Duration longer) {
    return new Fault(Kind.SLOW, longer);
  }
}
