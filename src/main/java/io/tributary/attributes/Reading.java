package io.tributary.attributes;

import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import java.util.HashMap;
import java.util.Map;

/** A column of what is taken of events. Attributes that take the same share it. */
final class Reading {
  private final String name;
  private final String sql;
  private final String number;
  private boolean isText;
  private boolean isNumber;

  /**
   * @param sql what is taken, as text
   */
  Reading(String name, String sql) {
    this(name, sql, numberOf(name));
  }

  /**
   * @param number it as a number, where its column is called so
   */
  Reading(String name, String sql, String number) {
    this.name = name;
    this.sql = sql;
    this.number = number;
  }

  /** A column of text as a number; null where it is none. */
  static String numberOf(String column) {
    Scope scope = new Scope("it", Map.of("value", Column.named(column, ValueType.TEXT)));
    return CompiledExpression.as(ValueType.NUMBER, "value", scope).sql();
  }

  Reading asText() {
    isText = true;
    return this;
  }

  Reading asNumber() {
    isNumber = true;
    return this;
  }

  /** The column of texts. */
  String text() {
    return name;
  }

  /** The column of numbers. */
  String number() {
    return "number_" + name;
  }

  /** The column that is 1 where a text is no number. */
  String wrong() {
    return "wrong_" + name;
  }

  int length() {
    return sql.length() + number.length();
  }

  Map<String, Object> placeholders() {
    Map<String, Object> names = new HashMap<>();
    names.put("name", name);
    names.put("sql", sql);
    names.put("number", number);
    names.put("as_text", isText);
    names.put("as_number", isNumber);
    return names;
  }
}
