package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.Optional;

/** Reads fields that are a number or an expression which gives one. */
final class Numbers {
  private Numbers() {}

  /** A whole number of at least 0. */
  static Optional<Template> count(Fields fields, String field, long most) {
    return bounded(fields, field, most, true);
  }

  /** A number of at least 0. */
  static Optional<Template> share(Fields fields, String field, long most) {
    return bounded(fields, field, most, false);
  }

  private static Optional<Template> bounded(Fields fields, String field, long most, boolean whole) {
    Optional<Template> template = fields.template(field);
    if (template.isPresent() && !fits(template.get(), most, whole)) {
      fields.refuse(
          field,
          "must be a "
              + (whole ? "whole number" : "number")
              + " from 0 to "
              + most
              + ", or an expression that gives one");
    }
    return template;
  }

  private static boolean fits(Template template, long most, boolean whole) {
    if (template instanceof Template.Query) {
      return true;
    }
    if (template instanceof Template.Literal literal && literal.value() instanceof Number number) {
      boolean kind = !whole || number instanceof Integer || number instanceof Long;
      return kind && number.doubleValue() >= 0 && number.doubleValue() <= most;
    }
    return false;
  }
}
