package io.tributary.local.states.integration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The Redshift Data API's names: as state machines write them, and as they go over the wire. */
final class RedshiftDataNames {
  private static final Set<String> MOMENTS = Set.of("CreatedAt", "UpdatedAt");

  private RedshiftDataNames() {}

  /** The wire's request: only the members of a parameter are in camelCase there. */
  static Map<String, Object> request(Map<String, Object> arguments) {
    Map<String, Object> request = new LinkedHashMap<>(arguments);
    if (arguments.get("Parameters") instanceof List<?> parameters) {
      List<Object> named = new ArrayList<>();
      parameters.forEach(parameter -> named.add(withFirst(parameter, Character::toLowerCase)));
      request.put("Parameters", named);
    }
    return request;
  }

  /** The result as a state machine sees it: every member in PascalCase, times in ISO 8601. */
  static Object result(Map<String, Object> answer) {
    return pascal(answer);
  }

  private static Object pascal(Object value) {
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(pascal(element)));
      return elements;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach(
        (key, member) -> {
          String name = first((String) key, Character::toUpperCase);
          members.put(name, MOMENTS.contains(name) ? iso(member) : pascal(member));
        });
    return members;
  }

  private static Object iso(Object value) {
    return value instanceof Number seconds
        ? Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000)).toString()
        : value;
  }

  private static Object withFirst(Object value, UnaryOperator<Character> change) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((key, member) -> members.put(first((String) key, change), member));
    return members;
  }

  private static String first(String name, UnaryOperator<Character> change) {
    return name.isEmpty() ? name : change.apply(name.charAt(0)) + name.substring(1);
  }
}
