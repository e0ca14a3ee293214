package io.tributary.local.states.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.local.states.jsonata.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads Output, Assign and Next: of a state, a choice rule or a catcher. */
final class Exits {
  private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private Exits() {}

  /** The exit of an object with Next, or with neither Next nor End. */
  static Exit read(Fields fields) {
    return new Exit(fields.template("Output"), assign(fields), fields.optionalText("Next"));
  }

  /** The exit of a state, which needs either Next or End. */
  static Exit ofState(Fields fields) {
    boolean ends = fields.node("End").asBoolean(false);
    if (fields.has("End") && !fields.node("End").isBoolean()) {
      fields.refuse("End", "must be true or false");
    }
    if (ends == fields.has("Next")) {
      fields.problems().add(fields.place(), "needs either Next or \"End\": true");
    }
    return read(fields);
  }

  /** The exit of a Choice state when no rule holds. */
  static Exit ofDefault(Fields fields) {
    return new Exit(fields.template("Output"), assign(fields), fields.optionalText("Default"));
  }

  private static Map<String, Template> assign(Fields fields) {
    Map<String, Template> variables = new LinkedHashMap<>();
    if (!fields.has("Assign")) {
      return variables;
    }
    if (!(fields.node("Assign") instanceof ObjectNode)) {
      fields.refuse("Assign", "must be an object of variables");
      return variables;
    }
    Fields assign = fields.object("Assign");
    for (String name : assign.names()) {
      if (!VARIABLE.matcher(name).matches() || name.equals("states")) {
        assign.refuse(name, "is no variable's name");
      }
      Optional<Template> value = assign.template(name);
      value.ifPresent(template -> variables.put(name, template));
    }
    return variables;
  }
}
