package io.tributary.features;

import io.tributary.config.FeatureRule;
import io.tributary.config.WrittenExpression;
import io.tributary.warehouse.StatementBatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said where the data fails the project's own SQL: of which features, and the mend. */
final class Refusals {
  private static final String SENTENCE =
      "The data fails the `sql:` of the feature %s; cast with try_cast, divide by nullif(..., 0),"
          + " or leave out the rows that do not fit";

  private Refusals() {}

  /**
   * @param rules those whose expressions the batch calculates
   */
  static StatementBatch of(StatementBatch batch, Stream<FeatureRule> rules) {
    String own =
        rules
            .filter(rule -> !FeatureRegistry.builtInRules().contains(rule))
            .filter(Refusals::hasSql)
            .map(rule -> "`" + rule.name() + "`")
            .distinct()
            .collect(Collectors.joining(" or "));
    return own.isEmpty() ? batch : batch.refusedWith(SENTENCE.formatted(own));
  }

  private static boolean hasSql(FeatureRule rule) {
    return List.of(rule.value(), rule.by(), rule.filter(), rule.formula()).stream()
        .flatMap(Optional::stream)
        .anyMatch(WrittenExpression::isSql);
  }
}
