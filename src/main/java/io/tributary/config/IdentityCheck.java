package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.expression.ExpressionException;
import io.tributary.text.PortablePattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what the schema cannot say about identity, without a look at the data. */
final class IdentityCheck {
  private static final String IDENTIFIERS = "identity.identifiers";
  private static final String PATTERN = "regex:";

  private final JsonNode identifiers;
  private final List<Source> sources;
  private final Problems problems;

  private IdentityCheck(JsonNode identity, List<Source> sources, Problems problems) {
    this.identifiers = identity.path("identifiers");
    this.sources = sources;
    this.problems = problems;
  }

  /**
   * @param identity the block as it is written, its values of whatever type
   */
  static void check(JsonNode identity, List<Source> sources, Problems problems) {
    IdentityCheck check = new IdentityCheck(identity, sources, problems);
    check.unique("name");
    check.unique("priority");
    for (int at = 0; at < check.identifiers.size(); at++) {
      String path = IDENTIFIERS + "." + at;
      check.blocks(path + ".block", check.identifiers.get(at).path("block"));
      IdentityBuilder.origins(
          check.identifiers.get(at).path("from"),
          (below, origin) -> check.origin(path + "." + below, origin));
    }
    check.unread(identity);
  }

  /** Two of one name are one type twice, and two of one priority have no order. */
  private void unique(String key) {
    Map<JsonNode, Integer> first = new HashMap<>();
    for (int at = 0; at < identifiers.size(); at++) {
      JsonNode value = identifiers.get(at).path(key);
      String path = IDENTIFIERS + "." + at + "." + key;
      if (value.isMissingNode() || problems.touch(path)) {
        continue;
      }
      Integer other = first.putIfAbsent(value, at);
      if (other != null) {
        at(path, tie(key, value, other, at));
      }
    }
  }

  private String tie(String key, JsonNode value, int one, int other) {
    return key.equals("name")
        ? "There are two identifiers `%s`; keep one, with all its sources under `from`."
            .formatted(value.asText())
        : "The identifiers `%s` and `%s` have both the priority %s; give each its own."
            .formatted(name(one), name(other), value.asText());
  }

  private String name(int at) {
    return Values.shortened(identifiers.get(at).path("name").asText());
  }

  private void blocks(String path, JsonNode block) {
    for (int at = 0; at < block.size(); at++) {
      String entry = block.get(at).asText();
      String below = path + "." + at;
      if (entry.isBlank()) {
        at(below, "A blank value never identifies, so it needs no block; remove it.");
      } else if (entry.startsWith(PATTERN)) {
        PortablePattern.fault(entry.substring(PATTERN.length()))
            .ifPresent(fault -> at(below, Values.quoted(entry) + " " + fault));
      }
    }
  }

  private void origin(String path, IdentifierOrigin origin) {
    Optional<Source> source =
        sources.stream().filter(known -> known.name().equals(origin.source())).findFirst();
    if (source.isEmpty()) {
      UnknownSource.sentence(origin.source(), sources, problems)
          .ifPresent(sentence -> at(path, sentence));
    } else if (!source.get().kind().happens()) {
      at(
          path,
          "The source `%s` of kind `%s` has no events; take it out of `from`."
              .formatted(origin.source(), source.get().kind().label()));
    } else if (!origin.types().isEmpty() || !origin.versions().isEmpty()) {
      typed(path, origin, source.get());
    }
    try {
      origin.value().check();
    } catch (ExpressionException e) {
      at(path, sentence(origin, e));
    }
  }

  private void typed(String path, IdentifierOrigin origin, Source source) {
    if (!source.kind().isEvent()) {
      at(
          path,
          "The rows of `%s` have no type and no version; remove `types` and `versions`."
              .formatted(origin.source()));
    }
  }

  /** Where in an expression what is wrong, and the mend. */
  static String sentence(IdentifierOrigin origin, ExpressionException e) {
    return "%s of source %s, %s: %s"
        .formatted(
            origin.value().described(), Values.quoted(origin.source()), e.at(), e.getMessage());
  }

  /**
   * Events with a type of their own are read by identity alone, others by sessions and features.
   */
  private void unread(JsonNode identity) {
    if (!identity.isMissingNode()) {
      return;
    }
    boolean hasChannels = sources.stream().anyMatch(source -> source.kind().hasChannel());
    boolean hasSessions =
        problems.has("features") || sources.stream().anyMatch(source -> source.kind().isWeb());
    for (Source source : sources) {
      if (source.kind().isEvent()
          && !(hasSessions && source.kind().isCommerce())
          && !(hasChannels && source.kind().converts())) {
        at(
            "sources." + source.name(),
            "The source `%s` of kind `%s` feeds nothing without `identity`; add it or remove"
                    .formatted(source.name(), source.kind().label())
                + " the source.");
      }
    }
  }

  private void at(String path, String sentence) {
    if (!problems.touch(path)) {
      problems.at(path, sentence);
    }
  }
}
