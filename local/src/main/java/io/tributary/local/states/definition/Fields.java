package io.tributary.local.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.local.states.jsonata.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one object of a definition: read by type, what is wrong goes to the problems. */
final class Fields {
  private static final Map<String, String> JSON_PATH_FIELDS =
      Map.ofEntries(
          Map.entry("InputPath", "Arguments or Output"),
          Map.entry("OutputPath", "Output"),
          Map.entry("Parameters", "Arguments"),
          Map.entry("ResultPath", "Output or Assign"),
          Map.entry("ResultSelector", "Output"),
          Map.entry("Result", "Output"),
          Map.entry("ItemsPath", "Items"),
          Map.entry("SecondsPath", "Seconds"),
          Map.entry("TimestampPath", "Timestamp"),
          Map.entry("TimeoutSecondsPath", "TimeoutSeconds"),
          Map.entry("HeartbeatSecondsPath", "HeartbeatSeconds"),
          Map.entry("MaxConcurrencyPath", "MaxConcurrency"),
          Map.entry("ToleratedFailureCountPath", "ToleratedFailureCount"),
          Map.entry("ToleratedFailurePercentagePath", "ToleratedFailurePercentage"),
          Map.entry("ErrorPath", "Error"),
          Map.entry("CausePath", "Cause"),
          Map.entry("Variable", "Condition"));

  private final JsonNode object;
  private final Place place;
  private final Problems problems;

  Fields(JsonNode object, Place place, Problems problems) {
    this.object = object instanceof ObjectNode ? object : MissingNode.getInstance();
    this.place = place;
    this.problems = problems;
    if (!(object instanceof ObjectNode)) {
      problems.add(place, "must be an object");
    }
  }

  Place place() {
    return place;
  }

  Problems problems() {
    return problems;
  }

  boolean has(String field) {
    return object.has(field);
  }

  void refuse(String field, String message) {
    problems.add(place.member(field), message);
  }

  /** Refuses every field that is not named. */
  void allowOnly(Set<String> allowed) {
    Iterator<String> names = object.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!allowed.contains(name)) {
        refuse(name, reasonAgainst(name, allowed));
      }
    }
  }

  private static String reasonAgainst(String name, Set<String> allowed) {
    String instead = JSON_PATH_FIELDS.get(name);
    return instead == null
        ? "is not supported here; known are " + new TreeSet<>(allowed)
        : "is a JSONPath field and only JSONata is supported; write " + instead;
  }

  String text(String field) {
    return optionalText(field)
        .orElseGet(
            () -> {
              if (!has(field)) {
                refuse(field, "is missing");
              }
              return "";
            });
  }

  Optional<String> optionalText(String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      refuse(field, "must be a text that is not empty");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  /** A whole number between two bounds, both included. */
  Optional<Long> whole(String field, long least, long most) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
      refuse(field, "must be a whole number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(value.longValue());
  }

  Optional<Double> number(String field, double least) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isNumber() || value.doubleValue() < least) {
      refuse(field, "must be a number of at least " + least);
      return Optional.empty();
    }
    return Optional.of(value.doubleValue());
  }

  Optional<Template> template(String field) {
    return has(field)
        ? Optional.of(new Templates(problems).read(object.path(field), place.member(field)))
        : Optional.empty();
  }

  JsonNode node(String field) {
    return object.path(field);
  }

  /** An object below this one; an empty one if it is missing or none, which is a problem then. */
  Fields object(String field) {
    if (!has(field)) {
      refuse(field, "is missing");
      return new Fields(JsonNodeFactory.instance.objectNode(), place.member(field), problems);
    }
    return new Fields(object.path(field), place.member(field), problems);
  }

  /** The objects of an array; none if the field is missing. */
  List<Fields> objects(String field) {
    List<Fields> elements = new ArrayList<>();
    JsonNode array = object.path(field);
    if (!array.isMissingNode() && !(array instanceof ArrayNode)) {
      refuse(field, "must be an array");
    }
    for (int index = 0; array instanceof ArrayNode && index < array.size(); index++) {
      elements.add(new Fields(array.get(index), place.member(field).element(index), problems));
    }
    return elements;
  }

  /** The names of all fields, in their order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
