package io.tributary.features;

import io.tributary.config.Aggregation;
import io.tributary.config.BoundSource;
import io.tributary.config.FeatureType;
import io.tributary.config.Features;
import io.tributary.config.WrittenExpression;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import io.tributary.features.CompiledFeature.Holds;
import io.tributary.features.CompiledFeature.Taken;
import io.tributary.features.CompiledFeature.Unread;
import io.tributary.features.CompiledFeatures.LeftOut;
import io.tributary.features.CompiledFeatures.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes SQL of a project's features. Not safe for use by several threads. */
final class FeatureCompiler {
  private static final int UNBOUNDED = 10_000;

  private final Features features;
  private final FeatureSources sources;
  private final List<CompiledFeature> aggregated = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private FeatureCompiler(Features features, FeatureSources sources) {
    this.features = features;
    this.sources = sources;
  }

  /**
   * @param hasSessions whether events are cut into web sessions
   */
  static CompiledFeatures compile(Features features, List<BoundSource> bound, boolean hasSessions) {
    FeatureCompiler compiler =
        new FeatureCompiler(features, new FeatureSources(bound, features, hasSessions));
    List<Feature> all = FeatureRegistry.of(features);
    all.stream().filter(feature -> feature.rule().formula().isEmpty()).forEach(compiler::aggregate);
    FormulaCompiler formulas =
        new FormulaCompiler(compiler.aggregated, compiler.leftOut, compiler.mistakes);
    formulas.compile(all.stream().filter(feature -> feature.rule().formula().isPresent()).toList());
    compiler.mistakes.addAll(formulas.mistakes());
    return new CompiledFeatures(
        all, compiler.aggregated, formulas.compiled(), compiler.leftOut, compiler.mistakes);
  }

  private void aggregate(Feature feature) {
    String name = feature.rule().source().orElseThrow();
    Optional<FeatureSource> source = sources.find(name);
    if (source.isPresent()) {
      aggregate(feature, source.get());
    } else if (FeatureSources.isKnown(name)) {
      leftOut.add(new LeftOut(feature, FeatureSources.needs(name)));
    } else {
      String sentence = "There is no source `%s`; %s".formatted(name, sources.mend(name));
      mistakes.add(new Mistake(feature, "source", sentence));
    }
  }

  private void aggregate(Feature feature, FeatureSource source) {
    Reading reading = new Reading(feature, source.scope().there());
    Optional<ExpressionException> fault = reading.fault();
    if (fault.isEmpty()) {
      aggregated.add(reading.compiled(source));
      return;
    }
    Reading complete = new Reading(feature, source.scope().complete());
    if (complete.fault().isEmpty()) {
      leftOut.add(new LeftOut(feature, "the column " + missing(complete, source)));
    } else {
      mistakes.add(new Mistake(feature, reading.wrongKey(), reading.sentence()));
    }
  }

  private static String missing(Reading reading, FeatureSource source) {
    String columns =
        source.scope().missing().stream()
            .filter(reading.columns()::contains)
            .map(column -> "`" + column + "`")
            .collect(Collectors.joining(" and "));
    return columns + " of " + source.scope().name();
  }

  /** What a feature takes of the rows of a scope. */
  private final class Reading {
    private final Feature feature;
    private final Scope scope;
    private final Aggregation aggregation;
    private final Set<String> columns = new TreeSet<>();
    private String key = "value";
    private Optional<ExpressionException> fault = Optional.empty();
    private Optional<Taken> value = Optional.empty();
    private Optional<Taken> by = Optional.empty();
    private Optional<Unread> unread = Optional.empty();
    private FeatureType type = FeatureType.INTEGER;

    Reading(Feature feature, Scope scope) {
      this.feature = feature;
      this.scope = scope;
      this.aggregation = feature.rule().aggregation().orElseThrow();
      try {
        read();
      } catch (ExpressionException e) {
        fault = Optional.of(e);
      }
    }

    Optional<ExpressionException> fault() {
      return fault;
    }

    String wrongKey() {
      return key;
    }

    Set<String> columns() {
      return columns;
    }

    String sentence() {
      WrittenExpression written =
          switch (key) {
            case "by" -> feature.rule().by().orElseThrow();
            case "filter" -> feature.rule().filter().orElseThrow();
            default -> feature.rule().value().orElseThrow();
          };
      ExpressionException wrong = fault.orElseThrow();
      return "The expression `%s`, %s: %s"
          .formatted(written.text(), wrong.at(), wrong.getMessage());
    }

    CompiledFeature compiled(FeatureSource source) {
      return new CompiledFeature(feature, type, source, aggregation, value, by, maxSize(), unread);
    }

    private void read() {
      key = "filter";
      Optional<String> condition =
          feature.rule().filter().map(feature::filled).map(one -> noted(one.condition(scope)));
      key = "value";
      Optional<WrittenExpression> written = feature.rule().value().map(feature::filled);
      Holds holds = written.map(this::holds).orElse(Holds.FLAG);
      type = type(written);
      if (written.isPresent()) {
        value = Optional.of(taken(sql(written.get(), holds), holds, condition));
        unread =
            written
                .filter(one -> holds == Holds.NUMBER && isText(one))
                .map(one -> unread(one, condition));
      } else if (condition.isPresent()) {
        value = Optional.of(taken("1", Holds.FLAG, condition));
      }
      key = "by";
      by =
          feature
              .rule()
              .by()
              .map(feature::filled)
              .map(one -> taken(sql(one, Holds.NUMBER), Holds.NUMBER, condition));
    }

    /** Whether it is a column whose values are read, and may not be numbers. */
    private boolean isText(WrittenExpression written) {
      return !written.isSql()
          && scope.has(written.text().strip())
          && Set.of(ValueType.TEXT, ValueType.JSON).contains(written.type(scope));
    }

    private Unread unread(WrittenExpression written, Optional<String> condition) {
      String number = written.as(ValueType.NUMBER, scope).sql();
      String text = written.as(ValueType.TEXT, scope).sql();
      String flag = "case when %s is not null and %s is null then 1 end".formatted(text, number);
      return new Unread(written.text().strip(), taken(flag, Holds.FLAG, condition));
    }

    private Taken taken(String sql, Holds holds, Optional<String> condition) {
      return new Taken(
          condition.map(when -> "case when " + when + " then " + sql + " end").orElse(sql), holds);
    }

    private Holds holds(WrittenExpression written) {
      return switch (aggregation) {
        case SUM, AVG, MEDIAN -> Holds.NUMBER;
        case ANY -> Holds.TRUTH;
        case COUNT, DAYS_SINCE, DAYS_SINCE_FIRST -> Holds.FLAG;
        case LIST, MOST_FREQUENT, MOST_FREQUENT_BY -> Holds.TEXT;
        case COUNT_DISTINCT -> isDay(written) ? Holds.DAY : Holds.TEXT;
        case FIRST, LAST, MIN, MAX ->
            switch (type(Optional.of(written))) {
              case NUMERIC, INTEGER -> Holds.NUMBER;
              case BOOLEAN -> Holds.TRUTH;
              case STRING, ARRAY -> Holds.TEXT;
            };
      };
    }

    /** Every row has its day, so it need not be stored again. */
    private boolean isDay(WrittenExpression written) {
      return written.text().equals("day") && feature.rule().filter().isEmpty();
    }

    private String sql(WrittenExpression written, Holds holds) {
      return switch (holds) {
        case NUMBER -> noted(written.as(ValueType.NUMBER, scope));
        case TRUTH -> noted(written.condition(scope));
        case DAY -> noted(written.as(ValueType.INTEGER, scope));
        case TEXT -> noted(written.as(ValueType.TEXT, scope));
        case FLAG ->
            "case when " + noted(written.as(ValueType.TEXT, scope)) + " is not null then 1 end";
      };
    }

    private String noted(CompiledExpression expression) {
      columns.addAll(expression.columns());
      return expression.sql();
    }

    private FeatureType type(Optional<WrittenExpression> written) {
      return feature
          .rule()
          .type()
          .orElseGet(
              () ->
                  switch (aggregation) {
                    case COUNT, COUNT_DISTINCT, DAYS_SINCE, DAYS_SINCE_FIRST -> FeatureType.INTEGER;
                    case SUM, AVG, MEDIAN -> FeatureType.NUMERIC;
                    case ANY -> FeatureType.BOOLEAN;
                    case LIST -> FeatureType.ARRAY;
                    case MOST_FREQUENT, MOST_FREQUENT_BY -> FeatureType.STRING;
                    case FIRST, LAST, MIN, MAX ->
                        FormulaCompiler.typeOf(written.orElseThrow().type(scope));
                  });
    }

    private int maxSize() {
      return feature.rule().maxSize().map(Integer::parseInt).orElse(UNBOUNDED);
    }
  }
}
