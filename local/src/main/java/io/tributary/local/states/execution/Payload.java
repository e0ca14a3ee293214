package io.tributary.local.states.execution;

import io.tributary.local.states.jsonata.Values;
import java.nio.charset.StandardCharsets;

/** A JSON value that passes between states, with its text; at most 256 KiB of UTF-8. */
public record Payload(Object value, String text) {
  /** Step Functions' limit in bytes. */
  public static final int LARGEST = 262_144;

  private static final int WIDEST_CHARACTER = 3;

  /**
   * The value as a payload.
   *
   * @param what names the payload in the error
   * @throws StateFailure States.DataLimitExceeded if it is too large
   */
  static Payload of(Object value, String what) {
    String text = Values.text(value);
    if (!fits(text)) {
      throw new StateFailure(
          StatesError.DATA_LIMIT,
          what + " is larger than the maximum number of bytes service limit (" + LARGEST + ").");
    }
    return new Payload(value, text);
  }

  /** Whether the text is no larger than the limit. */
  public static boolean fits(String text) {
    return text.length() <= LARGEST / WIDEST_CHARACTER
        || text.getBytes(StandardCharsets.UTF_8).length <= LARGEST;
  }
}
