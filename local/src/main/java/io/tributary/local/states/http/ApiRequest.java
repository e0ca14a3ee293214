package io.tributary.local.states.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The members of a request. */
record ApiRequest(JsonNode members) {
  String text(String member) {
    return optional(member)
        .orElseThrow(() -> new ApiError("ValidationException", "'" + member + "' is missing."));
  }

  Optional<String> optional(String member) {
    JsonNode value = members.path(member);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  boolean flag(String member, boolean otherwise) {
    return members.path(member).asBoolean(otherwise);
  }

  int number(String member, int otherwise) {
    return members.path(member).asInt(otherwise);
  }
}
