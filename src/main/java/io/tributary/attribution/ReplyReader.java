package io.tributary.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tributary.attribution.ServiceReply.Kind;
import io.tributary.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands what the service sent back. The status is the body's {@code statusCode} where the
 * call itself went well, else that of HTTP.
 */
final class ReplyReader {
  private static final int LONGEST_REASON = 300;

  private final Clock clock;

  ReplyReader(Clock clock) {
    this.clock = clock;
  }

  ServiceReply read(HttpResponse<byte[]> response) {
    JsonNode body = json(response.body());
    int http = response.statusCode();
    int status = http / 100 == 2 ? body.path("statusCode").asInt(http) : http;
    String reason = "The service answered " + status + said(body);
    return switch (status) {
      case 200, 206 -> answer(body);
      case 400, 413 -> ServiceReply.of(Kind.REJECTED, reason);
      case 401, 403 -> ServiceReply.of(Kind.KEY_REFUSED, "it answered " + status);
      case 429 -> ServiceReply.busy(reason, retryAfter(response));
      default ->
          status >= 500
              ? ServiceReply.busy(reason, retryAfter(response))
              : ServiceReply.of(Kind.REFUSED, reason + " Check attribution.ihc.endpoint.");
    };
  }

  private static ServiceReply answer(JsonNode body) {
    if (!body.path("value").isArray()) {
      return ServiceReply.busy("The service's answer is not complete.", Optional.empty());
    }
    Map<String, List<ServiceRow>> rows = new HashMap<>();
    for (JsonNode value : body.path("value")) {
      ServiceRow row = ServiceRow.of(value);
      rows.computeIfAbsent(row.conversionId(), conversion -> new ArrayList<>()).add(row);
    }
    Map<String, String> errors = new HashMap<>();
    for (JsonNode error : body.path("partialFailureErrors")) {
      errors.put(error.path("conversion_id").asText(), "The service refused it" + said(error));
    }
    return ServiceReply.answered(rows, errors);
  }

  private Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Retry-After").flatMap(this::duration);
  }

  /** Seconds, or a date as HTTP writes it (RFC 9110, 10.2.3). */
  private Optional<Duration> duration(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      Duration left = Duration.between(clock.instant(), until);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String said(JsonNode node) {
    for (String field : List.of("message", "error", "errorMessage")) {
      if (node.path(field).isTextual()) {
        String text = node.path(field).textValue();
        return ": " + text.substring(0, Math.min(text.length(), LONGEST_REASON));
      }
    }
    return ".";
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
