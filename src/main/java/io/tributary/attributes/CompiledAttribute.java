package io.tributary.attributes;

import io.tributary.config.AttributeRule;
import io.tributary.config.AttributeType;
import io.tributary.expression.ValueType;
import java.util.Optional;

/**
 * An attribute whose expressions are SQL.
 *
 * @param value its value over an event, text that is null where the event does not count; empty for
 *     {@code custom}
 * @param weight the same of its weight
 * @param elements what is taken of the elements of the value
 * @param dataType what its column of the wide table holds
 * @param fingerprint what tells this definition from others
 */
record CompiledAttribute(
    AttributeRule rule,
    Optional<String> value,
    Optional<String> weight,
    Optional<Elements> elements,
    ValueType dataType,
    String fingerprint) {
  /**
   * What is taken of an element, which is called {@code value}.
   *
   * @param value text
   * @param weight text
   * @param filter a condition
   */
  record Elements(String value, Optional<String> weight, Optional<String> filter) {}

  String id() {
    return rule.id();
  }

  AttributeType type() {
    return rule.type();
  }

  boolean isCustom() {
    return type() == AttributeType.CUSTOM;
  }

  /** Whether its values are compared as numbers where all of them are. */
  boolean compares() {
    return type() == AttributeType.MIN || type() == AttributeType.MAX;
  }

  boolean sums() {
    return type() == AttributeType.SUM || type() == AttributeType.AVG;
  }

  boolean isWeighted() {
    return weight.isPresent() || elements.flatMap(Elements::weight).isPresent();
  }
}
