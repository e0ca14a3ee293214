package io.tributary.attribution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a call.
 *
 * @param rows the answer by conversion, where there is one
 * @param errors why a conversion was not answered, by conversion
 * @param reason what went wrong in one sentence, else empty
 * @param retryAfter how long the service wants to be left alone, where it said so
 */
record ServiceReply(
    Kind kind,
    Map<String, List<ServiceRow>> rows,
    Map<String, String> errors,
    String reason,
    Optional<Duration> retryAfter) {

  /** What to do about it. */
  enum Kind {
    /** 200 or 206: journeys were answered and are paid. */
    ANSWERED,
    /** Throttled, broken or not there: the same call may succeed later. */
    BUSY,
    /** 400 or 413: one of the journeys is at fault, or they are too many. */
    REJECTED,
    /** 401 or 403: no call will succeed. */
    KEY_REFUSED,
    /** Any other status: this call will not succeed. */
    REFUSED,
    /** Another worker's key was refused: the call was not made. */
    STOPPED
  }

  static ServiceReply answered(Map<String, List<ServiceRow>> rows, Map<String, String> errors) {
    return new ServiceReply(Kind.ANSWERED, rows, errors, "", Optional.empty());
  }

  static ServiceReply busy(String reason, Optional<Duration> retryAfter) {
    return new ServiceReply(Kind.BUSY, Map.of(), Map.of(), reason, retryAfter);
  }

  static ServiceReply of(Kind kind, String reason) {
    return new ServiceReply(kind, Map.of(), Map.of(), reason, Optional.empty());
  }
}
