package io.tributary.stack.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A state machine of the template with its definition. */
record Machine(String id, JsonNode properties, String text) {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z]+)}");

  /** The machines by the names of their files. */
  static Map<String, Machine> all(Deployment deployment) {
    Map<String, Machine> machines = new LinkedHashMap<>();
    deployment
        .ofType("AWS::Serverless::StateMachine")
        .forEach(
            (id, properties) -> {
              String file = properties.path("DefinitionUri").asText();
              machines.put(
                  file.replaceAll("statemachine/|[.]asl[.]json", ""),
                  new Machine(id, properties, Checkout.text(file)));
            });
    return machines;
  }

  JsonNode definition() {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The substitutions that the definition asks for. */
  Set<String> asked() {
    return SUBSTITUTION
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The substitutions that the template gives. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    properties
        .path("DefinitionSubstitutions")
        .properties()
        .forEach(field -> given.put(field.getKey(), field.getValue().asText()));
    return given;
  }

  /** The definition as it is deployed. */
  JsonNode deployed() {
    String filled =
        SUBSTITUTION.matcher(text).replaceAll((MatchResult found) -> given().get(found.group(1)));
    return new Machine(id, properties, filled).definition();
  }

  /** Every state at any depth, by its name. */
  Map<String, JsonNode> states() {
    Map<String, JsonNode> states = new LinkedHashMap<>();
    deployed().findValues("States").forEach(inner -> collect(inner, states));
    return states;
  }

  private static void collect(JsonNode inner, Map<String, JsonNode> states) {
    inner
        .properties()
        .forEach(
            state -> {
              states.put(state.getKey(), state.getValue());
              state.getValue().findValues("States").forEach(deeper -> collect(deeper, states));
            });
  }
}
