package io.tributary.features;

import io.tributary.config.FeatureRule;
import io.tributary.config.WrittenExpression;
import java.util.Optional;

/**
 * One feature: a rule, for one of its windows where it has any.
 *
 * @param days the number of days n of the past n days; empty for all that was before
 */
record Feature(FeatureRule rule, Optional<Integer> days) {
  String name() {
    return filled(rule.name());
  }

  String description() {
    return filled(rule.description());
  }

  /** An expression with the feature's days filled in. */
  WrittenExpression filled(WrittenExpression expression) {
    return new WrittenExpression(filled(expression.text()), expression.sql());
  }

  private String filled(String text) {
    return days.map(n -> text.replace(FeatureRule.DAYS, Integer.toString(n))).orElse(text);
  }
}
