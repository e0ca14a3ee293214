package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tributary.json.Json;
import io.tributary.run.RunFolder;
import java.util.Objects;
import java.util.Optional;

/**
 * A request on its way to a worker, as the state machine sends it.
 *
 * @param request its id within the run, such as {@code 3-017}
 * @param body the key of the object that holds its body
 * @param from the position of the body's first byte there
 * @param length the body's bytes
 */
record RequestMessage(
    String taskToken,
    long run,
    String request,
    String body,
    long from,
    int length,
    int journeys,
    int sessions) {
  RequestMessage {
    Objects.requireNonNull(taskToken, "taskToken");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(body, "body");
  }

  /** The message, or empty where the text is none: such a one goes to the parked messages. */
  static Optional<RequestMessage> of(String text) {
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(text, RequestMessage.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  RunFolder folder() {
    return new RunFolder(run);
  }

  /** Without the token, which is in no log. */
  @Override
  public String toString() {
    return "request " + request + " of run " + run;
  }
}
