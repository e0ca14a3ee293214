package io.tributary.features;

import io.tributary.config.FeatureType;
import io.tributary.config.WrittenExpression;
import io.tributary.expression.Column;
import io.tributary.expression.CompiledExpression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.Scope;
import io.tributary.expression.ValueType;
import io.tributary.features.CompiledFeatures.LeftOut;
import io.tributary.features.CompiledFeatures.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes SQL of formulas, each once those that it reads are compiled. */
final class FormulaCompiler {
  private static final String WHAT = "the table of features";
  private static final Column NOTHING = new Column(ValueType.JSON, "null::varchar");
  private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, String> left = new LinkedHashMap<>();
  private final List<LeftOut> leftOut;
  private final List<String> wrong;
  private final List<CompiledFormula> compiled = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * @param leftOut features that are left out; formulas that need them are added
   * @param wrong features whose definitions have mistakes
   */
  FormulaCompiler(List<CompiledFeature> aggregated, List<LeftOut> leftOut, List<Mistake> wrong) {
    columns.put("as_of", Column.named("as_of", ValueType.TIMESTAMP));
    columns.put("as_of_day", Column.named("as_of_day", ValueType.DATE));
    aggregated.forEach(one -> columns.put(one.name(), Column.named(one.name(), of(one.type()))));
    this.leftOut = leftOut;
    this.wrong = wrong.stream().map(one -> one.feature().name()).toList();
    leftOut.forEach(this::leave);
  }

  private void leave(LeftOut one) {
    left.put(one.feature().name(), one.reason());
  }

  List<CompiledFormula> compiled() {
    return compiled;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** Compiles as long as another one can be; what remains is wrong or in a circle. */
  void compile(List<Feature> formulas) {
    List<Feature> open = new ArrayList<>(formulas);
    while (open.removeIf(feature -> isSettled(feature, names(open, feature)))) {
      continue;
    }
    open.forEach(feature -> mistakes.add(new Mistake(feature, "formula", sentence(feature, open))));
  }

  private String sentence(Feature feature, List<Feature> open) {
    WrittenExpression formula = formula(feature);
    Set<String> words = words(formula.text());
    Optional<String> other = open.stream().map(Feature::name).filter(words::contains).findFirst();
    if (other.isPresent()) {
      return "The formula `%s` needs `%s`, which cannot be calculated before it; break the circle, or mend that one."
          .formatted(formula.text(), other.get());
    }
    return wrong.stream()
        .filter(words::contains)
        .findFirst()
        .map(
            name ->
                "The formula `%s` needs `%s`, which has a mistake; mend that one."
                    .formatted(formula.text(), name))
        .orElseGet(() -> fault(feature, formula));
  }

  private String fault(Feature feature, WrittenExpression formula) {
    try {
      as(feature, formula, new Scope(WHAT, columns));
      return "The formula `%s` cannot be calculated; write it otherwise.".formatted(formula.text());
    } catch (ExpressionException e) {
      return "The formula `%s`, %s: %s".formatted(formula.text(), e.at(), e.getMessage());
    }
  }

  private static List<String> names(List<Feature> open, Feature but) {
    return open.stream().filter(other -> other != but).map(Feature::name).toList();
  }

  /** The words of SQL, of which some name features. */
  private static Set<String> words(String sql) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(sql.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private boolean isSettled(Feature feature, List<String> open) {
    WrittenExpression formula = formula(feature);
    Set<String> words = formula.isSql() ? words(formula.text()) : Set.of();
    if (words.stream().anyMatch(open::contains)) {
      return false;
    } else if (words.stream().anyMatch(left::containsKey)) {
      return isLeftOut(feature, formula);
    }
    try {
      CompiledExpression sql = as(feature, formula, new Scope(WHAT, columns));
      FeatureType type = type(feature, formula, new Scope(WHAT, columns));
      Set<String> reads = formula.isSql() ? words : sql.columns();
      compiled.add(new CompiledFormula(feature, type, sql.sql(), reads));
      columns.put(feature.name(), Column.named(feature.name(), of(type)));
      return true;
    } catch (ExpressionException e) {
      return isLeftOut(feature, formula);
    }
  }

  private boolean isLeftOut(Feature feature, WrittenExpression formula) {
    Map<String, Column> all = new LinkedHashMap<>(columns);
    left.keySet().forEach(name -> all.putIfAbsent(name, NOTHING));
    try {
      CompiledExpression sql = as(feature, formula, new Scope(WHAT, all));
      Set<String> reads = formula.isSql() ? words(formula.text()) : sql.columns();
      String reason =
          left.keySet().stream().filter(reads::contains).map(left::get).findFirst().orElseThrow();
      LeftOut out = new LeftOut(feature, reason);
      leftOut.add(out);
      leave(out);
      return true;
    } catch (ExpressionException e) {
      return false;
    }
  }

  private static WrittenExpression formula(Feature feature) {
    return feature.filled(feature.rule().formula().orElseThrow());
  }

  private static CompiledExpression as(Feature feature, WrittenExpression formula, Scope scope) {
    return switch (type(feature, formula, scope)) {
      case NUMERIC -> formula.as(ValueType.NUMBER, scope);
      case INTEGER -> formula.as(ValueType.INTEGER, scope);
      case BOOLEAN -> formula.condition(scope);
      case STRING, ARRAY -> formula.as(ValueType.TEXT, scope);
    };
  }

  private static FeatureType type(Feature feature, WrittenExpression formula, Scope scope) {
    return feature.rule().type().orElseGet(() -> typeOf(formula.type(scope)));
  }

  static FeatureType typeOf(ValueType type) {
    return switch (type) {
      case NUMBER -> FeatureType.NUMERIC;
      case INTEGER -> FeatureType.INTEGER;
      case BOOLEAN -> FeatureType.BOOLEAN;
      case TEXT, TIMESTAMP, DATE, JSON -> FeatureType.STRING;
    };
  }

  private static ValueType of(FeatureType type) {
    return switch (type) {
      case NUMERIC -> ValueType.NUMBER;
      case INTEGER -> ValueType.INTEGER;
      case BOOLEAN -> ValueType.BOOLEAN;
      case STRING -> ValueType.TEXT;
      case ARRAY -> ValueType.JSON;
    };
  }

  /** The formulas in layers: each layer reads only those before. */
  static List<List<CompiledFormula>> layers(List<CompiledFormula> formulas) {
    List<List<CompiledFormula>> layers = new ArrayList<>();
    Map<String, Integer> at = new LinkedHashMap<>();
    for (CompiledFormula formula : formulas) {
      int layer =
          formula.reads().stream()
              .mapToInt(name -> at.containsKey(name) ? at.get(name) + 1 : 0)
              .max()
              .orElse(0);
      at.put(formula.name(), layer);
      while (layers.size() <= layer) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(formula);
    }
    return layers;
  }
}
