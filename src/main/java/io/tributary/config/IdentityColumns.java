package io.tributary.config;

import io.tributary.expression.ExpressionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks in a source's raw table for the columns that identifiers are taken from. */
final class IdentityColumns {
  private final TableCatalog catalog;
  private final Problems problems;

  IdentityColumns(TableCatalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /**
   * The source with the columns that its identifiers need besides those of its kind: those that
   * {@code from} takes them from, or, where no {@code from} names the source, those that are called
   * as the identifiers are. What is wrong is noted, and the column left out.
   *
   * @param stored the table's columns as stored
   * @param identifiers by the keys at which they stand
   */
  BoundSource bound(
      BoundSource source, List<String> stored, Map<String, IdentifierRule> identifiers) {
    Map<String, String> reachable = reachable(source, stored);
    Map<String, String> columns = new LinkedHashMap<>(source.columns());
    String name = source.source().name();
    boolean isRead = identifiers.values().stream().anyMatch(rule -> rule.reads(name));
    if (source.source().kind().happens() && !isRead) {
      identifiers.values().stream()
          .map(IdentifierRule::name)
          .filter(reachable::containsKey)
          .forEach(column -> columns.putIfAbsent(column, reachable.get(column)));
    }
    identifiers.forEach(
        (path, rule) -> {
          for (IdentifierOrigin origin : rule.from(name)) {
            needed(path(path, rule, origin), origin, source.withColumns(reachable))
                .forEach(column -> columns.putIfAbsent(column, reachable.get(column)));
          }
        });
    return source.withColumns(columns);
  }

  /** The columns that a value is made of, as far as they are known. */
  private Set<String> needed(String path, IdentifierOrigin origin, BoundSource source) {
    if (origin.value().isSql()) {
      if (!problems.touch(path)) {
        tryOut(path, origin, source);
      }
      return Set.of();
    }
    try {
      return EventColumns.text(origin.value().text(), source).columns();
    } catch (ExpressionException e) {
      problems.at(path, IdentityCheck.sentence(origin, e));
      return Set.of();
    }
  }

  private void tryOut(String path, IdentifierOrigin origin, BoundSource source) {
    catalog
        .refusal(source.source().table(), origin.value().text())
        .ifPresent(
            refusal ->
                problems.at(
                    path,
                    "%s of source %s fails already on an empty table: %s; mend the expression."
                        .formatted(
                            origin.value().described(),
                            Values.quoted(origin.source()),
                            Values.oneLine(refusal))));
  }

  /** By the names that the kind gives, else by the table's own, with and without a prefix. */
  private static Map<String, String> reachable(BoundSource source, List<String> stored) {
    Map<String, String> reachable = new LinkedHashMap<>(source.columns());
    stored.forEach(column -> reachable.putIfAbsent(ColumnSearch.folded(column), column));
    for (String prefix : ColumnSearch.PREFIXES) {
      stored.stream()
          .filter(column -> ColumnSearch.folded(column).startsWith(prefix))
          .filter(column -> column.length() > prefix.length())
          .forEach(
              column ->
                  reachable.putIfAbsent(
                      ColumnSearch.folded(column).substring(prefix.length()), column));
    }
    return reachable;
  }

  private String path(String above, IdentifierRule rule, IdentifierOrigin origin) {
    String named = above + ".from." + origin.source();
    return problems.has(named) ? named : above + ".from." + rule.from().indexOf(origin);
  }
}
