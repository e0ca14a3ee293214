package io.tributary.config;

import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The columns of a source's rows as value expressions see them. Raw values are read as text; only
 * the moment of an event and JSON payloads have a type.
 */
public final class EventColumns {
  private EventColumns() {}

  /**
   * An expression's value as text, over rows whose columns are called as {@link #alias} says.
   *
   * @throws io.tributary.expression.ExpressionException if it is none or names a column that is not
   *     there
   */
  public static CompiledExpression text(String expression, BoundSource source) {
    return CompiledExpression.as(ValueType.TEXT, expression, scope(source));
  }

  /** What the column of this logical name is called where expressions are evaluated. */
  public static String alias(String logical) {
    return "in_" + logical;
  }

  /** A text of the project file as SQL, whatever is in it. */
  public static String literal(String text) {
    Scope nothing = new Scope("a text", Map.of());
    return CompiledExpression.of("'" + text.replace("'", "''") + "'", nothing).sql();
  }

  private static Scope scope(BoundSource bound) {
    Map<String, Column> columns = new LinkedHashMap<>();
    bound
        .columns()
        .keySet()
        .forEach(name -> columns.put(name, Column.named(alias(name), type(name, bound))));
    String moment = bound.source().kind().moment();
    if (!moment.isEmpty()) {
      columns.put(moment, Column.named("event_time", ValueType.TIMESTAMP));
    }
    return new Scope("the source `" + bound.source().name() + "`", columns);
  }

  private static ValueType type(String logical, BoundSource bound) {
    boolean isPayload =
        bound.source().kind() == SourceKind.CUSTOMER_EVENTS && logical.equals("payload");
    return isPayload ? ValueType.JSON : ValueType.TEXT;
  }
}
