package io.tributary.local.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tributary.expression.CompiledExpression;
import io.tributary.expression.ExpressionException;
import io.tributary.expression.Function;
import io.tributary.expression.ValueType;
import io.tributary.local.expression.EventRows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/expressions.md} says what is so. */
class ExpressionDocumentationTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| (.+) \\|$");

  @TempDir static Path folder;

  private final String page = Files.readString(Path.of("..", "docs", "expressions.md"));

  ExpressionDocumentationTest() throws IOException {}

  private String section(String title) {
    int from = page.indexOf("\n## " + title + "\n");
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static List<MatchResult> table(String text) {
    return ROW.matcher(text).results().toList();
  }

  private static String between(String text, String open, String close) {
    int from = text.indexOf(open) + open.length();
    return text.substring(from, text.indexOf(close, from));
  }

  @Test
  void everyExampleGivesWhatThePageShows() {
    String examples = section("Examples");
    String payload = between(examples, "```json\n", "```");
    LocalDateTime time = LocalDateTime.parse("2024-05-15T10:20:30");
    try (EventRows rows = EventRows.in(folder)) {
      rows.put(List.of(new Row(payload, null, null, null, null, time, null)));
      List<MatchResult> shown = table(examples);
      assertThat(shown).hasSizeGreaterThan(20);
      for (MatchResult row : shown) {
        Object value =
            rows.values(CompiledExpression.as(ValueType.TEXT, row.group(1), EventRows.SCOPE))
                .get(0);
        assertThat(value == null ? "null" : "`" + value + "`")
            .as(row.group(1))
            .isEqualTo(row.group(2));
      }
    }
  }

  @Test
  void everyMistakeIsRefusedAsThePageShows() {
    List<MatchResult> shown = table(section("Mistakes"));

    assertThat(shown).hasSize(6);
    for (MatchResult row : shown) {
      ExpressionException fault =
          catchThrowableOfType(
              ExpressionException.class,
              () -> CompiledExpression.of(row.group(1), EventRows.SCOPE));
      assertThat(fault.at() + ": " + fault.getMessage()).isEqualTo(row.group(2));
    }
  }

  @Test
  void everyFunctionAndTypeHasARow() {
    List<String> functions = Arrays.stream(Function.values()).map(Function::usage).toList();
    List<String> types =
        Arrays.stream(ValueType.values())
            .filter(type -> type != ValueType.JSON)
            .map(ValueType::label)
            .toList();

    assertThat(page.split("\n\\| function ")[1].split("\n\n")[0].lines())
        .filteredOn(line -> line.startsWith("| `"))
        .map(line -> between(line, "`", "`"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(functions.stream(), Stream.of("cast(value as type)")).toList());
    assertThat(table(section("Types"))).map(row -> row.group(1).split("` ")[0]).isEqualTo(types);
  }
}
