package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.expression.ExpressionException;

/** Checks what the schema cannot say about sessions. */
final class SessionsCheck {
  private static final String CHANNELS = "sessions.channels";

  private SessionsCheck() {}

  /**
   * @param sessions the block as it is written, its values of whatever type
   */
  static void check(JsonNode sessions, Problems problems) {
    JsonNode channels = sessions.path("channels");
    for (int at = 0; at < channels.size(); at++) {
      String path = CHANNELS + "." + at + ".when";
      JsonNode when = channels.get(at).path("when");
      if (when.isTextual() && !problems.touch(path)) {
        condition(path, when.textValue(), problems);
      }
    }
    if (sessions.path("default_channels").isBoolean()
        && !sessions.path("default_channels").booleanValue()
        && channels.isEmpty()) {
      problems.at(
          "sessions.default_channels",
          "Without the default channels and without `channels` no session has one; add rules or"
              + " remove this.");
    }
  }

  private static void condition(String path, String when, Problems problems) {
    try {
      SessionScope.condition(new ChannelRule("", when));
    } catch (ExpressionException e) {
      problems.at(
          path, "The rule %s, %s: %s".formatted(Values.quoted(when), e.at(), e.getMessage()));
    }
  }
}
