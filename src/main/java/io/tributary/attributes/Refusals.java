package io.tributary.attributes;

import io.tributary.config.AttributeRule;
import io.tributary.config.WrittenExpression;
import io.tributary.warehouse.StatementBatch;
import java.util.List;
import java.util.stream.Stream;

/** What is said where the data fails the project's own SQL: whose it is, and the mend. */
final class Refusals {
  private static final String MEND =
      "cast with try_cast, divide by nullif(..., 0), or leave out the rows that do not fit";

  private Refusals() {}

  /**
   * @param whose the attribute or the key of the context
   */
  static StatementBatch ofQuery(StatementBatch batch, String whose) {
    return batch.refusedWith("The data fails the query of the %s; %s".formatted(whose, MEND));
  }

  /** All attributes are taken in one statement, so one of those with {@code sql:} is to blame. */
  static StatementBatch ofExpressions(StatementBatch batch, Readings readings) {
    List<String> own =
        readings.taken().stream()
            .map(taken -> taken.attribute().rule())
            .filter(Refusals::hasSql)
            .map(rule -> "`" + rule.id() + "`")
            .toList();
    return own.isEmpty()
        ? batch
        : batch.refusedWith(
            "The data fails the `sql:` of the attribute %s; %s"
                .formatted(String.join(" or ", own), MEND));
  }

  private static boolean hasSql(AttributeRule rule) {
    return Stream.of(
            rule.readings().stream(),
            rule.filter().stream(),
            rule.outer().stream().flatMap(Refusals::ofElements))
        .flatMap(expressions -> expressions)
        .anyMatch(WrittenExpression::isSql);
  }

  private static Stream<WrittenExpression> ofElements(AttributeRule.Outer outer) {
    return Stream.of(Stream.of(outer.value()), outer.weight().stream(), outer.filter().stream())
        .flatMap(expressions -> expressions);
  }
}
