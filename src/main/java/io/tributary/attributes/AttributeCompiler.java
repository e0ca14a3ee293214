package io.tributary.attributes;

import io.tributary.config.AttributeRule;
import io.tributary.config.AttributeScope;
import io.tributary.config.BoundSource;
import io.tributary.config.EventColumns;
import io.tributary.config.WrittenExpression;
import io.tributary.events.EventStaging;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import io.tributary.json.Json;
import io.tributary.run.RunPlan;
import io.tributary.text.Fingerprint;
import io.tributary.warehouse.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes SQL of a run's attributes. */
final class AttributeCompiler {
  private static final String NOTHING = "null::varchar";

  private final List<BoundSource> staged;

  AttributeCompiler(RunPlan plan) {
    this.staged =
        plan.sources().stream().filter(source -> EventStaging.isRead(source, plan)).toList();
  }

  CompiledAttribute compile(AttributeRule rule) {
    List<BoundSource> sources = sources(rule);
    return new CompiledAttribute(
        rule,
        rule.value().map(value -> overSources(rule, value, sources)),
        rule.weight().map(weight -> overSources(rule, weight, sources)),
        rule.outer().map(AttributeCompiler::elements),
        dataType(rule, sources),
        Fingerprint.of(
            new String(Json.bytes(rule), StandardCharsets.UTF_8)
                + sources.stream().map(source -> source.source().name()).toList()));
  }

  /** Without {@code sources} those whose columns the expressions name. */
  private List<BoundSource> sources(AttributeRule rule) {
    return staged.stream()
        .filter(source -> source.source().kind().happens())
        .filter(source -> rule.mayRead(source.source().name()))
        .filter(source -> !rule.sources().isEmpty() || isCompiled(rule, source))
        .toList();
  }

  private static boolean isCompiled(AttributeRule rule, BoundSource source) {
    try {
      rule.readings().forEach(reading -> overEvent(rule, reading, source));
      return true;
    } catch (ExpressionException e) {
      return false;
    }
  }

  /** One expression for all sources, so that their events are read in one pass. */
  private String overSources(
      AttributeRule rule, WrittenExpression reading, List<BoundSource> sources) {
    Map<String, List<String>> bySql = new LinkedHashMap<>();
    for (BoundSource source : sources) {
      bySql
          .computeIfAbsent(overEvent(rule, reading, source), sql -> new ArrayList<>())
          .add(source.source().name());
    }
    if (bySql.isEmpty()) {
      return NOTHING;
    }
    return bySql.size() == 1 && sources.size() == staged.size()
        ? bySql.keySet().iterator().next()
        : bySql.entrySet().stream()
            .map(one -> "when " + among("source", one.getValue()) + " then " + one.getKey())
            .collect(Collectors.joining(" ", "case ", " end"));
  }

  private static String overEvent(
      AttributeRule rule, WrittenExpression reading, BoundSource source) {
    Scope scope = AttributeScope.of(source);
    String value = reading.as(ValueType.TEXT, scope).sql();
    List<String> conditions = new ArrayList<>();
    if (!rule.types().isEmpty()) {
      conditions.add(among("type", rule.types()));
    }
    if (!rule.versions().isEmpty()) {
      conditions.add(among("version", rule.versions()));
    }
    rule.filter().ifPresent(filter -> conditions.add("(" + filter.condition(scope).sql() + ")"));
    return conditions.isEmpty()
        ? value
        : "case when " + String.join(" and ", conditions) + " then " + value + " end";
  }

  private static String among(String column, List<String> texts) {
    return texts.stream()
        .map(EventColumns::literal)
        .collect(Collectors.joining(", ", Identifiers.quote(column) + " in (", ")"));
  }

  private static CompiledAttribute.Elements elements(AttributeRule.Outer outer) {
    Scope element = AttributeScope.element();
    return new CompiledAttribute.Elements(
        outer.value().as(ValueType.TEXT, element).sql(),
        outer.weight().map(weight -> weight.as(ValueType.TEXT, element).sql()),
        outer.filter().map(filter -> filter.condition(element).sql()));
  }

  private static ValueType dataType(AttributeRule rule, List<BoundSource> sources) {
    if (rule.dataType().isPresent()) {
      return rule.dataType().get();
    }
    return switch (rule.type()) {
      case AVG, SUM -> ValueType.NUMBER;
      case NUM_OF_UNIQUE -> ValueType.INTEGER;
      case LIST, CUSTOM -> ValueType.TEXT;
      case FIRST, LAST, LEAST_FREQUENT, MAX, MIN, MOST_FREQUENT, VALUE ->
          ofExpression(rule, sources);
    };
  }

  /** What differs from source to source is text. */
  private static ValueType ofExpression(AttributeRule rule, List<BoundSource> sources) {
    Optional<AttributeRule.Outer> outer = rule.outer();
    if (outer.isPresent()) {
      return outer.get().value().type(AttributeScope.element());
    }
    Set<ValueType> types = new HashSet<>();
    sources.forEach(
        source -> types.add(rule.value().orElseThrow().type(AttributeScope.of(source))));
    return types.size() == 1 ? types.iterator().next() : ValueType.TEXT;
  }
}
