package io.tributary.local.states.execution;

import io.tributary.local.states.jsonata.Template;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Evaluates fields that must give a number within bounds. */
final class NumberField {
  private final Visit visit;

  NumberField(Visit visit) {
    this.visit = visit;
  }

  /** A whole number of at least {@code least}; empty where the field is absent. */
  OptionalLong whole(Optional<Template> template, String field, long least) {
    OptionalDouble number = number(template, field, least, Integer.MAX_VALUE);
    if (number.isEmpty()) {
      return OptionalLong.empty();
    }
    if (number.getAsDouble() != Math.rint(number.getAsDouble())) {
      throw visit.evaluationFailed(field, "The expression gave no whole number.");
    }
    return OptionalLong.of((long) number.getAsDouble());
  }

  /** A number within the bounds; empty where the field is absent. */
  OptionalDouble number(Optional<Template> template, String field, double least, double most) {
    if (template.isEmpty()) {
      return OptionalDouble.empty();
    }
    Object value = visit.evaluate(template.get(), field);
    if (!(value instanceof Number number)
        || number.doubleValue() < least
        || number.doubleValue() > most) {
      throw visit.evaluationFailed(
          field, "The expression gave no number from " + least + " to " + most + ".");
    }
    return OptionalDouble.of(number.doubleValue());
  }
}
