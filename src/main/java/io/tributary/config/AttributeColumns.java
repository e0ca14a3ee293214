package io.tributary.config;

import io.tributary.expression.ExpressionException;
import io.tributary.expression.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks in the raw tables of events for the columns that attributes are taken from. */
final class AttributeColumns {
  private final Problems problems;
  private final Attributes attributes;

  AttributeColumns(Problems problems, Attributes attributes) {
    this.problems = problems;
    this.attributes = attributes;
  }

  /**
   * The sources with the columns that attributes read besides those that they have already.
   *
   * @param stored a source's columns as they are stored
   */
  List<BoundSource> bound(List<BoundSource> sources, Function<BoundSource, List<String>> stored) {
    Map<BoundSource, BoundSource> reachable = new LinkedHashMap<>();
    for (BoundSource source : sources) {
      if (source.source().kind().isEvent()) {
        reachable.put(source, reachable(source, stored.apply(source)));
      }
    }
    Map<BoundSource, Set<String>> read = new LinkedHashMap<>();
    reachable.keySet().forEach(source -> read.put(source, new TreeSet<>()));
    for (int at = 0; at < attributes.definitions().size(); at++) {
      new Reading(at, attributes.definitions().get(at)).of(reachable, read);
    }
    return sources.stream().map(source -> with(source, reachable, read)).toList();
  }

  private static BoundSource reachable(BoundSource source, List<String> stored) {
    Map<String, String> columns =
        source.source().kind() == SourceKind.CUSTOMER_EVENTS
            ? source.columns()
            : IdentityColumns.reachable(source, stored);
    return new BoundSource(source.source(), columns, source.hasOrigin());
  }

  private static BoundSource with(
      BoundSource source,
      Map<BoundSource, BoundSource> reachable,
      Map<BoundSource, Set<String>> read) {
    if (!reachable.containsKey(source)) {
      return source;
    }
    Map<String, String> columns = new LinkedHashMap<>(source.columns());
    Map<String, String> all = reachable.get(source).columns();
    read.get(source).stream()
        .filter(all::containsKey)
        .forEach(name -> columns.putIfAbsent(name, all.get(name)));
    return new BoundSource(source.source(), columns, source.hasOrigin());
  }

  /** One attribute over its sources. */
  private final class Reading {
    private final String path;
    private final AttributeRule rule;

    Reading(int at, AttributeRule rule) {
      String below = "attributes.definitions." + at;
      this.path = problems.has(below) ? below : "attributes." + at;
      this.rule = rule;
    }

    /** Without {@code sources} it is taken from those that have what it names. */
    void of(Map<BoundSource, BoundSource> reachable, Map<BoundSource, Set<String>> read) {
      rule.outer().ifPresent(this::outer);
      List<Runnable> refusals = new ArrayList<>();
      boolean isRead = rule.type() == AttributeType.CUSTOM;
      for (Map.Entry<BoundSource, BoundSource> source : reachable.entrySet()) {
        if (rule.type() == AttributeType.CUSTOM || !rule.mayRead(source.getKey().source().name())) {
          continue;
        }
        Optional<Set<String>> columns = columns(source.getValue(), refusals);
        columns.ifPresent(names -> read.get(source.getKey()).addAll(names));
        isRead |= columns.isPresent();
      }
      if (!refusals.isEmpty() && (!isRead || !rule.sources().isEmpty())) {
        refusals.get(0).run();
      } else if (!isRead) {
        problems.at(
            path,
            "The attribute `%s` has no source of events to be taken from; add one."
                .formatted(rule.id()));
      }
    }

    private Optional<Set<String>> columns(BoundSource source, List<Runnable> refusals) {
      Set<String> names = new TreeSet<>();
      var scope = AttributeScope.of(source);
      int before = refusals.size();
      rule.value()
          .ifPresent(
              value ->
                  tried("value", value, refusals)
                      .run(() -> names.addAll(value.as(ValueType.TEXT, scope).columns())));
      rule.weight()
          .ifPresent(
              weight ->
                  tried("weight", weight, refusals)
                      .run(() -> names.addAll(weight.as(ValueType.NUMBER, scope).columns())));
      rule.filter()
          .ifPresent(
              filter ->
                  tried("filter", filter, refusals)
                      .run(() -> names.addAll(filter.condition(scope).columns())));
      return refusals.size() > before ? Optional.empty() : Optional.of(names);
    }

    private void outer(AttributeRule.Outer outer) {
      var scope = AttributeScope.element();
      List<Runnable> refusals = new ArrayList<>();
      tried("outer_value", outer.value(), refusals)
          .run(() -> outer.value().as(ValueType.TEXT, scope));
      outer
          .weight()
          .ifPresent(
              weight ->
                  tried("outer_weight", weight, refusals)
                      .run(() -> weight.as(ValueType.NUMBER, scope)));
      outer
          .filter()
          .ifPresent(
              filter -> tried("outer_filter", filter, refusals).run(() -> filter.condition(scope)));
      refusals.forEach(Runnable::run);
    }

    private Trial tried(String key, WrittenExpression expression, List<Runnable> refusals) {
      return compiling -> {
        try {
          compiling.run();
        } catch (ExpressionException e) {
          String sentence = AttributesCheck.sentence(expression, e);
          refusals.add(() -> problems.at(path + "." + key, sentence));
        }
      };
    }
  }

  /** Compiles, and notes what is wrong. */
  private interface Trial {
    void run(Runnable compiling);
  }
}
