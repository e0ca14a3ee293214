package io.tributary.local.states.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final String STATES =
      """
      {"input": {"a": 1, "none": null, "list": [1, 2, 3], "one": [7], "empty": [], "half": 0.5,
        "text": "x", "orders": [{"id": 1, "total": 5}, {"id": 2, "total": 15}]}}
      """;

  private static String evaluated(String expression) throws Exception {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("states", Values.parse(STATES));
    variables.put("limit", 10);
    return Values.text(Expression.parse(expression).evaluate(variables));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$states.input.a + 1 | 2",
        "$states.input.none | null",
        "$states.input.list | [1,2,3]",
        "$states.input.empty | []",
        "$states.input.half * 2 | 1",
        "10 / 4 | 2.5",
        "$states.input.orders[total > $limit].id | 2",
        "[$states.input.orders[total > $limit].id] | [2]",
        "$states.input.orders.{'k': id} | [{\"k\":1},{\"k\":2}]",
        "{'a': $states.input.none, 'b': $states.input.missing} | {\"a\":null}",
        "$partition([1..5], 2) | [[1,2],[3,4],[5]]",
        "$range(0, 9, 3) | [0,3,6,9]",
        "$range(3, 1, -1) | [3,2,1]",
        "$hash('a', 'MD5') | \"0cc175b9c0f1b6a831c399e269772661\"",
        "$parse('{\"x\": [1, null]}') | {\"x\":[1,null]}",
        "$parse('null') | null",
        "$random(7) = $random(7) | true",
        "$random() < 1 | true",
        "$length($uuid()) | 36",
        "$exists($states.input.missing) | false",
        "$count($states.input.list) | 3",
      })
  void givesTheDocumentedValue(String expression, String expected) throws Exception {
    assertThat(evaluated(expression.strip())).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.missing",
        "$unknown",
        "$states.input.list[$ > 9]",
        "$eval('1')",
        "$unknownFunction(1)",
        "1 / 0",
        "'a' + 1",
        "$error('no')",
        "function($x) { $x }",
        "$partition([1], 0)",
        "$range(1, 5000, 1)",
        "$range(1, 2, 0)",
        "$hash('a', 'CRC32')",
        "$parse('{')",
        "($f := function($n) { 1 + $f($n) }; $f(1))",
      })
  void failsAndNamesTheExpression(String expression) throws Exception {
    Expression parsed = Expression.parse(expression);
    Map<String, Object> variables = Map.of("states", Values.parse(STATES));

    assertThatThrownBy(() -> parsed.evaluate(variables)).isInstanceOf(QueryFailure.class);
  }

  @Test
  void refusesTextThatIsNoExpression() {
    assertThatThrownBy(() -> Expression.parse("$states.input +"))
        .isInstanceOf(InvalidExpression.class)
        .hasMessageContaining("Unexpected end");
  }

  @Test
  void oneParsedExpressionServesManyThreads() throws Exception {
    Expression shared = Expression.parse("$sum([1..$n])");

    List<Object> sums =
        IntStream.range(1, 2_000)
            .parallel()
            .mapToObj(n -> shared.evaluate(Map.of("n", n)))
            .toList();

    // 1 + 2 + … + n = n(n + 1)/2
    for (int n = 1; n < 2_000; n++) {
      assertThat(((Number) sums.get(n - 1)).intValue()).isEqualTo(n * (n + 1) / 2);
    }
  }

  @Test
  void anEvaluationLeavesItsVariablesAsTheyWere() throws Exception {
    Object states = Values.parse(STATES);
    Expression changing = Expression.parse("$states.input ~> |$|{'a': 99}|");

    changing.evaluate(Map.of("states", states));

    assertThat(states).isEqualTo(Values.parse(STATES));
  }
}
