package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The usual default channel groups, as rules in a file of the same form as a project's own. */
final class DefaultChannels {
  private static final String FILE = "default-channels.yaml";

  static final List<ChannelRule> RULES = read();

  private DefaultChannels() {}

  private static List<ChannelRule> read() {
    List<ChannelRule> rules = new ArrayList<>();
    for (JsonNode rule : YamlDocument.read(FILE, text()).value().path("channels")) {
      rules.add(new ChannelRule(rule.path("channel").asText(), rule.path("when").asText()));
    }
    return List.copyOf(rules);
  }

  private static String text() {
    try (InputStream in = DefaultChannels.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
