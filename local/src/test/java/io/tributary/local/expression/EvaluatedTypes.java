package io.tributary.local.expression;

import io.tributary.expression.Expression;
import io.tributary.expression.Expression.TextValue;
import io.tributary.expression.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The type of an expression, for the evaluator. */
final class EvaluatedTypes {
  private static final Map<String, ValueType> COLUMNS =
      Map.of(
          "payload", ValueType.JSON,
          "email", ValueType.TEXT,
          "amount", ValueType.NUMBER,
          "pages", ValueType.INTEGER,
          "is_new", ValueType.BOOLEAN,
          "event_time", ValueType.TIMESTAMP,
          "birthday", ValueType.DATE);

  private EvaluatedTypes() {}

  static ValueType of(Expression expression) {
    if (expression instanceof Expression.Path path) {
      return COLUMNS.get(path.column());
    } else if (expression instanceof TextValue) {
      return ValueType.TEXT;
    } else if (expression instanceof Expression.NumberValue number) {
      return number.value().scale() == 0 ? ValueType.INTEGER : ValueType.NUMBER;
    } else if (expression instanceof Expression.Cast cast) {
      return cast.type();
    } else if (expression instanceof Expression.Call call) {
      return switch (call.function()) {
        case LOWER, UPPER, TRIM, SUBSTRING, REGEXP_REPLACE -> ValueType.TEXT;
        case DATE_TRUNC -> ValueType.TIMESTAMP;
        case COALESCE ->
            call.arguments().stream().allMatch(a -> of(a) == ValueType.JSON)
                ? ValueType.JSON
                : common(call.arguments());
      };
    }
    boolean isNumber =
        expression instanceof Expression.Arithmetic || expression instanceof Expression.Negation;
    return isNumber ? ValueType.NUMBER : ValueType.BOOLEAN;
  }

  /** What values beside each other are read as. */
  static ValueType common(List<Expression> values) {
    Set<ValueType> certain =
        values.stream()
            .filter(value -> !(value instanceof TextValue) && of(value) != ValueType.JSON)
            .map(EvaluatedTypes::of)
            .collect(Collectors.toSet());
    boolean isExact = values.stream().allMatch(value -> of(value) == ValueType.INTEGER);
    if (certain.isEmpty()) {
      return ValueType.TEXT;
    } else if (certain.contains(ValueType.NUMBER)
        || certain.contains(ValueType.INTEGER) && !isExact) {
      return ValueType.NUMBER;
    } else if (certain.contains(ValueType.TIMESTAMP)) {
      return ValueType.TIMESTAMP;
    }
    return certain.iterator().next();
  }
}
