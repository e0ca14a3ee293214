package io.tributary.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.expression.CompiledExpression;
import io.tributary.local.expression.EventRows.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile texts, broken payloads and numbers without measure: no row fails a statement. */
class OddRowsTest extends AnnasEvent {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table events; --",
        "' or '1' = '1",
        "''''",
        "\\'; select 1; --",
        "\\",
        "\\\\'",
        "a(?:b)(?",
        "(?",
        "$$x$$",
        ":payload :1 ?",
        "{x} {#if y}{/if}",
        "%s %1$s %% %n",
        "-- /* */ ;",
        "\u202eabc\u0301",
        "a\u0001\t\nb"
      })
  void hostileTextIsText(String hostile) {
    rows.put(List.of(new Row(null, hostile, null, null, null, null, null)));
    String written = "'" + hostile.replace("'", "''") + "'";
    try {
      assertThat(value("email = " + written)).isEqualTo("true");
      assertThat(value("coalesce(payload.x, " + written + ")")).isEqualTo(hostile);
      assertThat(value("email in ('a', " + written + ")")).isEqualTo("true");
    } finally {
      onlyAnnas();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'b", "';--", "$.x", "a]b", "a*b", "$", "@", "a(?b", "%s", "[0]", " "})
  void hostileMembersAreMembers(String name) {
    rows.put(List.of(Row.of("{\"" + name + "\": 1}")));
    try {
      assertThat(value("payload.\"" + name + "\"")).isEqualTo("1");
    } finally {
      onlyAnnas();
    }
  }

  @Test
  void noPayloadFailsTheStatement() {
    String huge = "{\"n\": 7, \"text\": \"" + "😀".repeat(15_000) + "\"}";
    String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);
    rows.put(
        List.of(
            Row.of(null),
            Row.of(""),
            Row.of("{broken"),
            Row.of("[1, 2]"),
            Row.of("5"),
            Row.of("{\"n\": {\"a\": 1}}"),
            Row.of("{\"n\": \"a\\u0000b\"}"),
            Row.of(deep),
            Row.of(huge)));
    try {
      CompiledExpression sum = CompiledExpression.of("payload.n + 1", EventRows.SCOPE);
      assertThat(rows.values(sum))
          .isEqualTo(Arrays.asList(null, null, null, null, null, null, null, null, 8.0));
      CompiledExpression element = CompiledExpression.of("payload[1]", EventRows.SCOPE);
      assertThat(rows.values(element))
          .isEqualTo(Arrays.asList(null, null, null, "2", null, null, null, null, null));
      CompiledExpression inside = CompiledExpression.of("payload.n.a.b.c.d.e.f", EventRows.SCOPE);
      assertThat(rows.values(inside)).containsOnlyNulls().hasSize(9);
    } finally {
      onlyAnnas();
    }
  }

  @Test
  void columnsOutOfRangeAreNullInArithmetic() {
    List<Double> amounts =
        Arrays.asList(null, 0.0, -2.5, 1e300, 1e-300, Double.NaN, Double.POSITIVE_INFINITY);
    rows.put(amounts.stream().map(a -> new Row(null, null, a, null, null, null, null)).toList());
    try {
      CompiledExpression product =
          CompiledExpression.of("amount * amount / amount", EventRows.SCOPE);
      assertThat(rows.values(product))
          .isEqualTo(Arrays.asList(null, null, -2.5, null, null, null, null));
    } finally {
      onlyAnnas();
    }
  }

  @Test
  void whatTheParserTakesTheWarehouseTakes() {
    assertThat(value("email = 'a'" + " or email = 'b'".repeat(600))).isEqualTo("false");
    assertThat(value("1" + " + 1".repeat(60))).isEqualTo("61");
    assertThat(value("lower(".repeat(60) + "payload.word" + ")".repeat(60))).isEqualTo("x7");
    assertThat(value("not ".repeat(60) + "is_new")).isEqualTo("true");
  }

  @Test
  void onlyTrailingSpacesAreCut() {
    rows.put(List.of(new Row(null, "a \n", null, null, null, null, null)));
    try {
      assertThat(value("email = 'a \n'")).isEqualTo("true");
      assertThat(value("email = 'a\n'")).isEqualTo("false");
    } finally {
      onlyAnnas();
    }
  }

  @Test
  void aDeepPathIsStillFast() {
    String path = "payload" + ".a".repeat(20);

    assertThat(value("coalesce(%s, %s, 'none')".formatted(path, path))).isEqualTo("none");
  }
}
