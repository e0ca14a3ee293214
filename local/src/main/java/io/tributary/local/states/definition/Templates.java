package io.tributary.local.states.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.local.states.jsonata.Expression;
import io.tributary.local.states.jsonata.InvalidExpression;
import io.tributary.local.states.jsonata.Template;
import io.tributary.local.states.jsonata.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON with expressions in it, parsing each expression once. */
final class Templates {
  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";
  private static final Template UNREADABLE = unreadable();

  private final Problems problems;

  Templates(Problems problems) {
    this.problems = problems;
  }

  Template read(JsonNode json, Place place) {
    if (json instanceof ObjectNode object) {
      return members(object, place);
    }
    if (json instanceof ArrayNode array) {
      return elements(array, place);
    }
    return json.isTextual() && json.textValue().startsWith(OPEN)
        ? query(json.textValue(), place)
        : literal(json);
  }

  private Template members(ObjectNode object, Place place) {
    Map<String, Template> members = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field -> {
              if (field.getKey().endsWith(".$")) {
                problems.add(
                    place.member(field.getKey()),
                    "is JSONPath; write the name without '.$' and the value as {% … %}");
              }
              Template member = read(field.getValue(), place.member(field.getKey()));
              members.put(field.getKey(), member);
            });
    return members.values().stream().allMatch(Template.Literal.class::isInstance)
        ? literal(object)
        : new Template.Members(members);
  }

  private Template elements(ArrayNode array, Place place) {
    List<Template> elements = new ArrayList<>();
    for (int index = 0; index < array.size(); index++) {
      elements.add(read(array.get(index), place.element(index)));
    }
    return elements.stream().allMatch(Template.Literal.class::isInstance)
        ? literal(array)
        : new Template.Elements(elements);
  }

  private Template query(String text, Place place) {
    if (!text.endsWith(CLOSE) || text.length() < OPEN.length() + CLOSE.length()) {
      problems.add(place, "opens an expression with '{%' and does not close it with '%}'");
      return UNREADABLE;
    }
    String expression = text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
    try {
      return new Template.Query(Expression.parse(expression));
    } catch (InvalidExpression e) {
      problems.add(place, "is no JSONata expression: " + e.getMessage());
      return UNREADABLE;
    }
  }

  /** Stands for an expression that is named as a problem already, so that it is not named twice. */
  private static Template unreadable() {
    try {
      return new Template.Query(Expression.parse("null"));
    } catch (InvalidExpression e) {
      throw new IllegalStateException("JSONata without null", e);
    }
  }

  private static Template literal(JsonNode json) {
    try {
      return new Template.Literal(Values.parse(json.toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON tree did not survive being written", e);
    }
  }
}
