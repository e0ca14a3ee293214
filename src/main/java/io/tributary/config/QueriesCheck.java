package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.SqlQuery;
import io.tributary.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Checks the queries of the context and of custom attributes, as far as their text says it. */
final class QueriesCheck {
  private static final String SET_BASED =
      "select profile_id, max(type) as value from base group by profile_id";

  private final List<String> keys = new ArrayList<>();
  private final Problems problems;

  private QueriesCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the context.
   *
   * @param context the block as it is written
   */
  static QueriesCheck of(JsonNode context, Problems problems) {
    QueriesCheck check = new QueriesCheck(problems);
    String path = AttributesBuilder.path("context", context);
    JsonNode written = AttributesBuilder.definitions(context);
    for (int at = 0; at < written.size(); at++) {
      check.key(path + "." + at, written.get(at));
    }
    return check;
  }

  private void key(String path, JsonNode written) {
    String key = written.path("key").asText();
    if (keys.contains(key)) {
      at(path + ".key", "There are two context keys `%s`; keep one.".formatted(key));
    }
    keys.add(key);
    if (!written.path("query").isTextual()) {
      return;
    }
    try {
      SqlQuery query = SqlQuery.of(written.path("query").asText());
      if (!query.contextKeys().isEmpty()) {
        at(path + ".query", "A query of the context reads no other key; write its query here.");
      } else if (query.columns().size() != 1) {
        at(
            path + ".query",
            "The query of the context key `%s` gives %d columns; keep the one that is its value."
                .formatted(key, query.columns().size()));
      } else if (!query.names("events") && !query.names("profiles")) {
        at(
            path + ".query",
            "The query of the context key `%s` reads neither `events` nor `profiles`; let it."
                .formatted(key));
      }
    } catch (ExpressionException e) {
      at(
          path + ".query",
          "The query of the context key `%s`, %s: %s".formatted(key, e.at(), e.getMessage()));
    }
  }

  /** Checks the query of a custom attribute. */
  void custom(String path, JsonNode rule) {
    String id = Values.quoted(rule.path("id").asText());
    try {
      SqlQuery query = SqlQuery.of(rule.path("query").asText());
      List<String> columns = query.columns();
      if (!columns.contains("profile_id")) {
        at(
            path,
            "The query of %s is for one profile; write it for all, with the columns profile_id and value, such as `%s`."
                .formatted(id, SET_BASED));
      } else if (!columns.equals(List.of("profile_id", "value"))) {
        at(
            path,
            "The query of %s gives the columns %s; give profile_id and value, in this order."
                .formatted(id, shown(columns)));
      } else if (!query.names("base")) {
        at(path, "The query of %s does not read `base`; take its rows from there.".formatted(id));
      }
      query.contextKeys().forEach(key -> defined(path, key));
    } catch (ExpressionException e) {
      at(path, "The query of %s, %s: %s".formatted(id, e.at(), e.getMessage()));
    }
  }

  private void defined(String path, String key) {
    if (!keys.contains(key)) {
      String mend =
          Nearest.to(key, keys)
              .map(near -> "did you mean " + Values.quoted(near) + "?")
              .orElse("define it under `context`.");
      at(path, "There is no context key %s; %s".formatted(Values.quoted(key), mend));
    }
  }

  private static String shown(List<String> columns) {
    return String.join(
        ", ", columns.stream().map(name -> name.isEmpty() ? "(without a name)" : name).toList());
  }

  private void at(String path, String sentence) {
    if (!problems.touch(path)) {
      problems.at(path, sentence);
    }
  }
}
