package io.tributary.config;

import io.tributary.config.Context.ContextKey;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.Scope;
import io.tributary.expression.SqlQuery;
import io.tributary.expression.ValueType;
import io.tributary.warehouse.SqlTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries attributes and context on the sources as they are: expressions on their columns, and what
 * is Redshift's own SQL on a table without rows.
 */
final class AttributeTrial {
  private static final String NOTHING = "null::varchar";

  private final TableCatalog catalog;
  private final List<BoundSource> events;
  private final boolean hasAllSources;
  private final Problems problems;
  private final SqlTemplates sql = new SqlTemplates();

  /**
   * @param hasAllSources whether the sources are all of the project; what an attribute lacks in
   *     some may be in the others
   */
  AttributeTrial(
      TableCatalog catalog, List<BoundSource> sources, boolean hasAllSources, Problems problems) {
    this.catalog = catalog;
    this.events = sources.stream().filter(source -> source.source().kind().happens()).toList();
    this.hasAllSources = hasAllSources;
    this.problems = problems;
  }

  /** Tries the query of a context key that stands at this path. */
  void contextKey(String path, ContextKey key) {
    query(path + ".query", "context key `" + key.key() + "`", key.query(), "answers.*");
  }

  /** Tries all that the attribute that stands at this path says. */
  void attribute(String path, AttributeRule rule) {
    if (rule.query().isPresent()) {
      query(
          path + ".query",
          "attribute `" + rule.id() + "`",
          rule.query().get(),
          "answers.profile_id, answers.value");
      return;
    }
    overSources(path, rule);
    String base = base();
    rule.value().ifPresent(value -> tried(path + ".value", value, base));
    rule.weight().ifPresent(weight -> tried(path + ".weight", weight, base));
    rule.filter().ifPresent(filter -> tried(path + ".filter", filter, base));
    rule.outer().ifPresent(outer -> overElements(path, outer));
  }

  /**
   * Without {@code sources} it is taken from those that have what it names; where none has, told is
   * what the one lacks that comes nearest.
   */
  private void overSources(String path, AttributeRule rule) {
    List<List<Refusal>> bySource =
        events.stream()
            .filter(source -> rule.mayRead(source.source().name()))
            .map(source -> ofEvent(rule, AttributeScope.of(source)))
            .toList();
    if (!rule.sources().isEmpty()) {
      bySource.forEach(refusals -> note(path, refusals));
    } else if (hasAllSources) {
      bySource.stream()
          .min(Comparator.comparingInt(List::size))
          .ifPresent(refusals -> note(path, refusals));
    }
    if (bySource.isEmpty() && hasAllSources) {
      problems.at(
          path, "There is no source of events for the attribute `" + rule.id() + "`; add one.");
    }
  }

  private void note(String path, List<Refusal> refusals) {
    refusals.forEach(refusal -> problems.at(path + "." + refusal.key(), refusal.sentence()));
  }

  /** What is wrong with an expression. */
  private record Refusal(String key, String sentence) {}

  private static List<Refusal> ofEvent(AttributeRule rule, Scope scope) {
    List<Refusal> refusals = new ArrayList<>();
    compiled("value", rule.value(), value -> value.as(ValueType.TEXT, scope), refusals);
    compiled("weight", rule.weight(), weight -> weight.as(ValueType.NUMBER, scope), refusals);
    compiled("filter", rule.filter(), filter -> filter.condition(scope), refusals);
    return refusals;
  }

  private void overElements(String path, AttributeRule.Outer outer) {
    Scope element = AttributeScope.element();
    List<Refusal> refusals = new ArrayList<>();
    compiled(
        "outer_value",
        Optional.of(outer.value()),
        value -> value.as(ValueType.TEXT, element),
        refusals);
    compiled(
        "outer_weight", outer.weight(), weight -> weight.as(ValueType.NUMBER, element), refusals);
    compiled("outer_filter", outer.filter(), filter -> filter.condition(element), refusals);
    note(path, refusals);
    String elements = sql.render("attributes/empty_elements.sql", Map.of());
    tried(path + ".outer_value", outer.value(), elements);
    outer.weight().ifPresent(weight -> tried(path + ".outer_weight", weight, elements));
    outer.filter().ifPresent(filter -> tried(path + ".outer_filter", filter, elements));
  }

  private static void compiled(
      String key,
      Optional<WrittenExpression> expression,
      Consumer<WrittenExpression> compiling,
      List<Refusal> refusals) {
    try {
      expression.ifPresent(compiling);
    } catch (ExpressionException e) {
      refusals.add(new Refusal(key, AttributesCheck.sentence(expression.orElseThrow(), e)));
    }
  }

  private void tried(String path, WrittenExpression expression, String rows) {
    if (problems.touch(path)) {
      return;
    }
    new SqlTrial(catalog)
        .fault(expression, rows)
        .ifPresent(sentence -> problems.at(path, sentence));
  }

  private void query(String path, String whose, String query, String columns) {
    if (problems.touch(path)) {
      return;
    }
    String tried =
        sql.render(
            "attributes/try_query.sql",
            Map.of(
                "base", base(),
                "profiles", sql.render("attributes/context_profiles.sql", Map.of()),
                "columns", columns,
                "query", SqlQuery.of(query).rendered(key -> NOTHING)));
    catalog.refusal(tried).ifPresent(refusal -> fails(path, "The query of the " + whose, refusal));
  }

  private void fails(String path, String what, String refusal) {
    problems.at(path, SqlTrial.sentence(what, refusal));
  }

  private String base() {
    return sql.render("attributes/empty_base.sql", Map.of());
  }
}
