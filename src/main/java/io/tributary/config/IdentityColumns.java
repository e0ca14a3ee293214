package io.tributary.config;

import io.tributary.expression.CompiledExpression;
import io.tributary.expression.ExpressionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks in a source's raw table for the columns that identifiers are taken from. */
final class IdentityColumns {
  private final Problems problems;
  private boolean complete = true;

  IdentityColumns(Problems problems) {
    this.problems = problems;
  }

  /**
   * The source with the columns that its identifiers need besides those of its kind.
   *
   * @param stored the table's columns as stored
   * @return empty after noting what is wrong
   */
  Optional<BoundSource> bound(BoundSource source, List<String> stored, Identity identity) {
    Map<String, String> reachable = reachable(source, stored);
    BoundSource all = new BoundSource(source.source(), reachable, source.hasOrigin());
    Map<String, String> columns = new LinkedHashMap<>(source.columns());
    for (int at = 0; at < identity.identifiers().size(); at++) {
      for (IdentifierOrigin origin : identity.identifiers().get(at).from(source.source().name())) {
        String path = path("identity.identifiers." + at, identity.identifiers().get(at), origin);
        compiled(path, origin, all)
            .ifPresent(
                value ->
                    value
                        .columns()
                        .forEach(name -> columns.putIfAbsent(name, reachable.get(name))));
      }
    }
    return complete
        ? Optional.of(new BoundSource(source.source(), columns, source.hasOrigin()))
        : Optional.empty();
  }

  private Optional<CompiledExpression> compiled(
      String path, IdentifierOrigin origin, BoundSource source) {
    try {
      return Optional.of(EventColumns.text(origin.value(), source));
    } catch (ExpressionException e) {
      complete = false;
      problems.at(path, IdentityCheck.sentence(origin, e));
      return Optional.empty();
    }
  }

  /** By the names that the kind gives, else by the table's own, with and without a prefix. */
  static Map<String, String> reachable(BoundSource source, List<String> stored) {
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
