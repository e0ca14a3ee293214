package io.tributary.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.expression.CompiledExpression;
import io.tributary.expression.Expression;
import io.tributary.expression.Position;
import io.tributary.local.expression.EventRows.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the expression and the row: what is written is what is read, and SQL means the same. */
class ExpressionPropertiesTest {
  private static final int DEPTH = 4;
  private static final int ROWS = 40;
  private static final List<String> VALUES =
      Arrays.asList(
          "12",
          "-3.5",
          "0",
          "true",
          "null",
          "\"\"",
          "\"  \"",
          "\"B x \"",
          "\"12\"",
          "\" 7\"",
          "\"yes\"",
          "\"é😀\"",
          "\"2024-05-15\"",
          "\"2024-02-30\"",
          "\"2024-05-15T10:20:30Z\"",
          "\"it's\"",
          "[1,\"a\",{\"n\":2}]",
          "{\"a\":1,\"in\":\"x\"}",
          "\"{\\\"a\\\":5}\"",
          "\"a_b\"",
          "\"50%\"",
          "\"1e3\"",
          "\"1e400\"",
          "\"NaN\"",
          "\"\\t a\\n\"");

  private static Path folder;
  private static EventRows table;
  private static final List<Row> rows = rows(new Random(7));

  @BeforeContainer
  static void open() {
    try {
      folder = Files.createTempDirectory("expressions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table = EventRows.in(folder);
    table.put(rows);
  }

  @AfterContainer
  static void close() throws IOException {
    table.close();
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int n = 0; n < ROWS; n++) {
      rows.add(
          new Row(
              random.nextInt(10) == 0 ? null : payload(random),
              one(random, null, "", "a", "B x ", "  é😀", "it's", "12", "c:\\x", "2024-05-15"),
              one(random, null, 0.0, 2.5, -7.25, 1e9 + 0.125, 123456.789),
              one(random, null, 0L, 7L, -3L, 9007199254740993L),
              one(random, null, true, false),
              one(random, null, LocalDateTime.parse("2024-05-15T10:20:30.5"), null),
              one(random, null, LocalDate.parse("2024-05-15"), LocalDate.parse("1990-02-28"))));
    }
    return rows;
  }

  @SafeVarargs
  private static <T> T one(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }

  private static String payload(Random random) {
    StringBuilder json = new StringBuilder("{");
    for (String key : List.of("a", "n", "flag", "at", "items", "odd key", "in", "é")) {
      if (random.nextInt(4) > 0) {
        json.append(json.length() > 1 ? "," : "");
        json.append('"').append(key).append("\":");
        json.append(VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return json.append('}').toString();
  }

  private static Expression expression(long seed) {
    return new RandomExpressions(new Random(seed)).any(DEPTH);
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatIsWrittenIsRead(@ForAll long seed) {
    Expression written = expression(seed);

    Expression read = Expression.parse(written.text());

    assertThat(read.text()).isEqualTo(written.text());
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Position.class)
        .isEqualTo(written);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void sqlMeansWhatTheExpressionSays(@ForAll long seed) {
    Expression expression = expression(seed);
    CompiledExpression compiled = CompiledExpression.of(expression.text(), EventRows.SCOPE);

    List<Object> values = table.values(compiled);

    for (int n = 0; n < rows.size(); n++) {
      Object expected = new ExpressionEvaluator(rows.get(n)).value(expression);
      assertThat(positiveZero(values.get(n)))
          .as("%s on %s by %s", expression.text(), rows.get(n), compiled.sql())
          .isEqualTo(positiveZero(expected));
    }
  }

  private static Object positiveZero(Object value) {
    return value instanceof Double number ? Double.valueOf(number + 0.0) : value;
  }
}
