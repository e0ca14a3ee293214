package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Members of a request. */
final class Requests {
  private static final int LONGEST_WAIT_SECONDS = 30;

  private Requests() {}

  static Optional<String> optional(JsonNode request, String member) {
    return request.hasNonNull(member)
        ? Optional.of(request.get(member).asText())
        : Optional.empty();
  }

  static String required(JsonNode request, String member) {
    return optional(request, member)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> DataApiException.invalid(member + " is needed"));
  }

  /** How long the answer may wait for the statement's end; zero when not asked to. */
  static Duration wait(JsonNode request) {
    if (!request.hasNonNull("WaitTimeSeconds")) {
      return Duration.ZERO;
    }
    int seconds = request.get("WaitTimeSeconds").asInt();
    if (seconds < 1 || seconds > LONGEST_WAIT_SECONDS) {
      throw DataApiException.invalid("WaitTimeSeconds is between 1 and 30");
    }
    return Duration.ofSeconds(seconds);
  }

  /** The number that an answer gave as NextToken; 0 for the first answer. */
  static int nextToken(JsonNode request) {
    String token = optional(request, "NextToken").orElse("0");
    if (!token.matches("[0-9]{1,9}")) {
      throw DataApiException.invalid("NextToken is not one that was given");
    }
    return Integer.parseInt(token);
  }

  static <E extends Enum<E>> E choice(Class<E> choices, String member, String value) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(value))
        .findFirst()
        .orElseThrow(() -> DataApiException.invalid(member + " cannot be " + value));
  }
}
