package io.tributary.local.attribution;

import io.tributary.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent back for a call, and which conversions are paid by it.
 *
 * @param body empty to close the connection without an answer
 */
record Reply(
    int status,
    Optional<byte[]> body,
    Optional<Duration> retryAfter,
    Duration delay,
    Collection<String> paid) {

  static Reply answer(Answer answer, Collection<String> paid, Duration delay) {
    return new Reply(
        answer.statusCode(), Optional.of(Json.bytes(answer)), Optional.empty(), delay, paid);
  }

  static Reply malformed(Answer answer) {
    byte[] whole = Json.bytes(answer);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    return unpaid(200, Optional.of(half));
  }

  static Reply cut() {
    return unpaid(0, Optional.empty());
  }

  static Reply refused(int status, String sentence) {
    byte[] body = Json.bytes(Map.of("statusCode", status, "message", sentence));
    return unpaid(status, Optional.of(body));
  }

  static Reply throttled(Duration retryAfter) {
    Reply refused = refused(429, "Too many requests.");
    return new Reply(
        refused.status, refused.body, Optional.of(retryAfter), Duration.ZERO, List.of());
  }

  private static Reply unpaid(int status, Optional<byte[]> body) {
    return new Reply(status, body, Optional.empty(), Duration.ZERO, Collections.emptyList());
  }
}
