package io.tributary.local.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tributary.expression.Expression;
import io.tributary.expression.Expression.Element;
import io.tributary.expression.Expression.Member;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Expression.Step;
import io.tributary.expression.Expression.TextValue;
import io.tributary.expression.ValueType;
import io.tributary.local.expression.EventRows.Row;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What an expression means on one row, the plain way: the reference that SQL is held to. */
final class ExpressionEvaluator implements Expression.Visitor<Object> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Row row;

  ExpressionEvaluator(Row row) {
    this.row = row;
  }

  Object value(Expression expression) {
    return expression.accept(this);
  }

  private Object as(ValueType type, Expression expression) {
    return EvaluatedCasts.cast(type, value(expression));
  }

  /** Text never ends in spaces and is never empty. */
  private static String settled(String text) {
    String stripped = text == null ? "" : text.replaceFirst(" +\\z", "");
    return stripped.isEmpty() ? null : stripped;
  }

  @Override
  public Object path(Expression.Path path) {
    return switch (path.column()) {
      case "payload" -> settled(inside(row.payload(), path.steps()));
      case "email" -> settled(row.email());
      case "amount" -> row.amount();
      case "pages" -> row.pages();
      case "is_new" -> row.isNew();
      case "event_time" -> row.eventTime();
      case "birthday" -> row.birthday();
      default -> throw new AssertionError(path);
    };
  }

  private static String inside(String text, List<Step> steps) {
    if (text == null || steps.isEmpty()) {
      return text;
    }
    JsonNode node = node(text);
    JsonNode next =
        steps.get(0) instanceof Member member
            ? node.path(member.name())
            : node.path(((Element) steps.get(0)).index());
    boolean isNothing = next.isMissingNode() || next.isNull();
    String found = isNothing ? null : next.isTextual() ? next.textValue() : next.toString();
    return inside(found, steps.subList(1, steps.size()));
  }

  private static JsonNode node(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Text that is no JSON has nothing inside.
      return MissingNode.getInstance();
    }
  }

  @Override
  public Object text(TextValue text) {
    return settled(text.value());
  }

  @Override
  public Object number(NumberValue number) {
    return EvaluatedTypes.of(number) == ValueType.INTEGER
        ? (Object) number.value().longValueExact()
        : (Object) number.value().doubleValue();
  }

  @Override
  public Object truth(Expression.TruthValue truth) {
    return truth.value();
  }

  @Override
  public Object logical(Expression.Logical logical) {
    List<Object> values =
        logical.operands().stream()
            .map(o -> as(ValueType.BOOLEAN, o))
            .collect(ArrayList::new, List::add, List::addAll);
    return any(values, !logical.isAnd());
  }

  /** That truth value if any is it, else null if any is null, else the other. */
  private static Boolean any(List<?> values, boolean decisive) {
    if (values.contains(decisive)) {
      return decisive;
    }
    return values.contains(null) ? null : Boolean.valueOf(!decisive);
  }

  @Override
  public Object not(Expression.Not not) {
    return negated(true, (Boolean) as(ValueType.BOOLEAN, not.operand()));
  }

  private static Boolean negated(boolean isNot, Boolean value) {
    return value == null ? null : Boolean.valueOf(value != isNot);
  }

  @Override
  public Object comparison(Expression.Comparison comparison) {
    ValueType type = EvaluatedTypes.common(List.of(comparison.left(), comparison.right()));
    return compared(
        as(type, comparison.left()), comparison.operator(), as(type, comparison.right()));
  }

  private static Boolean compared(Object left, String operator, Object right) {
    if (left == null || right == null) {
      return null;
    }
    int order = order(left, right);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new AssertionError(operator);
    };
  }

  @SuppressWarnings("unchecked")
  private static int order(Object left, Object right) {
    if (left instanceof String text) {
      return Arrays.compareUnsigned(
          text.getBytes(StandardCharsets.UTF_8), ((String) right).getBytes(StandardCharsets.UTF_8));
    } else if (left instanceof Double number) {
      return Double.compare(number + 0.0, (Double) right + 0.0);
    }
    return ((Comparable<Object>) left).compareTo(right);
  }

  @Override
  public Object like(Expression.Like like) {
    String text = (String) as(ValueType.TEXT, like.operand());
    StringBuilder pattern = new StringBuilder();
    for (int at = 0; at < like.pattern().length(); at++) {
      String c = like.pattern().substring(at, at + 1);
      if (c.equals(like.escape())) {
        at++;
        pattern.append(Pattern.quote(like.pattern().substring(at, at + 1)));
      } else {
        pattern.append(c.equals("%") ? ".*" : c.equals("_") ? "." : Pattern.quote(c));
      }
    }
    return text == null
        ? null
        : negated(
            like.isNot(),
            Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches());
  }

  @Override
  public Object in(Expression.In in) {
    List<Expression> all = new ArrayList<>(in.values());
    all.add(in.operand());
    ValueType type = EvaluatedTypes.common(all);
    Object wanted = as(type, in.operand());
    List<Boolean> equal = new ArrayList<>();
    in.values().forEach(value -> equal.add(compared(wanted, "=", as(type, value))));
    return negated(in.isNot(), any(equal, true));
  }

  @Override
  public Object between(Expression.Between between) {
    ValueType type =
        EvaluatedTypes.common(List.of(between.operand(), between.low(), between.high()));
    Object value = as(type, between.operand());
    return negated(
        between.isNot(),
        any(
            Arrays.asList(
                compared(value, ">=", as(type, between.low())),
                compared(value, "<=", as(type, between.high()))),
            false));
  }

  @Override
  public Object isNull(Expression.IsNull isNull) {
    return (value(isNull.operand()) == null) != isNull.isNot();
  }

  @Override
  public Object arithmetic(Expression.Arithmetic arithmetic) {
    Double left = (Double) as(ValueType.NUMBER, arithmetic.left());
    Double right = (Double) as(ValueType.NUMBER, arithmetic.right());
    if (left == null || right == null) {
      return null;
    }
    return switch (arithmetic.operator()) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> right == 0 ? null : Double.valueOf(left / right);
      default -> throw new AssertionError(arithmetic);
    };
  }

  @Override
  public Object negation(Expression.Negation negation) {
    Double value = (Double) as(ValueType.NUMBER, negation.operand());
    return value == null ? null : Double.valueOf(-value);
  }

  @Override
  public Object cast(Expression.Cast cast) {
    return as(cast.type(), cast.operand());
  }

  @Override
  public Object call(Expression.Call call) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case COALESCE -> {
        ValueType type = EvaluatedTypes.of(call);
        yield arguments.stream()
            .map(argument -> as(type, argument))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
      }
      case DATE_TRUNC ->
          EvaluatedFunctions.truncated(
              ((TextValue) arguments.get(0)).value(),
              (LocalDateTime) as(ValueType.TIMESTAMP, arguments.get(1)));
      case LOWER, UPPER, TRIM, SUBSTRING, REGEXP_REPLACE -> {
        String text = (String) as(ValueType.TEXT, arguments.get(0));
        yield text == null ? null : settled(EvaluatedFunctions.changed(call, text));
      }
    };
  }
}
