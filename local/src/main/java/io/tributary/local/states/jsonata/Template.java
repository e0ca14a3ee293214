package io.tributary.local.states.jsonata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON in which every text between <code>{%</code> and <code>%}</code> is an expression. */
public sealed interface Template {
  /**
   * The value with every expression evaluated.
   *
   * @param variables bound by name, {@code states} among them
   * @throws QueryFailure if one expression fails or is undefined
   */
  Object evaluate(Map<String, Object> variables);

  /** JSON without any expression. */
  record Literal(Object value) implements Template {
    @Override
    public Object evaluate(Map<String, Object> variables) {
      return value;
    }
  }

  /** An expression alone. */
  record Query(Expression expression) implements Template {
    @Override
    public Object evaluate(Map<String, Object> variables) {
      return expression.evaluate(variables);
    }
  }

  /** An object with expressions in it. */
  record Members(Map<String, Template> members) implements Template {
    public Members {
      members = new LinkedHashMap<>(members);
    }

    @Override
    public Map<String, Object> evaluate(Map<String, Object> variables) {
      Map<String, Object> values = new LinkedHashMap<>();
      members.forEach((name, member) -> values.put(name, member.evaluate(variables)));
      return values;
    }
  }

  /** An array with expressions in it. */
  record Elements(List<Template> elements) implements Template {
    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public List<Object> evaluate(Map<String, Object> variables) {
      List<Object> values = new ArrayList<>(elements.size());
      elements.forEach(element -> values.add(element.evaluate(variables)));
      return values;
    }
  }
}
