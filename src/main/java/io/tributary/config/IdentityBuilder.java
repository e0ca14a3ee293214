package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.WrittenValue.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;

/** Makes the records of a checked {@code identity} block. */
final class IdentityBuilder {
  private IdentityBuilder() {}

  static Identity identity(JsonNode identity) {
    List<IdentifierRule> rules = new ArrayList<>();
    identity.path("identifiers").forEach(rule -> rules.add(rule(rule)));
    return new Identity(rules, whole(identity.path("max_profile_size")));
  }

  /** The identifiers that could be read, even where values of theirs are wrong, by their keys. */
  static Map<String, IdentifierRule> sound(JsonNode identity, Problems problems) {
    Map<String, IdentifierRule> sound = new LinkedHashMap<>();
    JsonNode identifiers = identity.path("identifiers");
    for (int at = 0; at < identifiers.size(); at++) {
      String path = "identity.identifiers." + at;
      if (!problems.touchBesides(path, IdentityBuilder::isMinor)) {
        sound.put(path, rule(identifiers.get(at)));
      }
    }
    return sound;
  }

  private static boolean isMinor(String key) {
    return List.of("name", "priority", "block", "from").contains(key.split("\\.", 2)[0]);
  }

  /** Each place of an identifier's {@code from}, with its key below the identifier. */
  static void origins(JsonNode from, BiConsumer<String, IdentifierOrigin> origins) {
    if (from.isArray()) {
      for (int at = 0; at < from.size(); at++) {
        JsonNode entry = from.get(at);
        IdentifierOrigin origin =
            new IdentifierOrigin(
                entry.path("source").asText(),
                texts(entry.path("types")),
                texts(entry.path("versions")),
                value(entry.path("value")));
        origins.accept("from." + at, origin);
      }
      return;
    }
    from.properties()
        .forEach(
            entry ->
                origins.accept(
                    "from." + entry.getKey(),
                    new IdentifierOrigin(
                        entry.getKey(), List.of(), List.of(), value(entry.getValue()))));
  }

  private static WrittenValue value(JsonNode value) {
    return value.isObject()
        ? new WrittenValue(value.path("sql").asText(), Language.SQL)
        : WrittenValue.expression(value.asText());
  }

  private static IdentifierRule rule(JsonNode rule) {
    List<IdentifierOrigin> from = new ArrayList<>();
    origins(rule.path("from"), (path, origin) -> from.add(origin));
    return new IdentifierRule(
        rule.path("name").asText(),
        rule.path("priority").intValue(),
        whole(rule.path("limit")),
        texts(rule.path("block")),
        from);
  }

  private static OptionalInt whole(JsonNode value) {
    return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
