package io.tributary.local.expression;

import io.tributary.expression.CompiledExpression;
import io.tributary.expression.ValueType;
import io.tributary.local.expression.EventRows.Row;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A table with one event that has something of everything, for tests of expressions over it. */
abstract class AnnasEvent {
  @TempDir static Path folder;
  static EventRows rows;

  private static final String PAYLOAD =
      """
      {"email": " Anna@Example.com  ", "n": "12", "price": 3.5, "big": 12345678901234567,
       "flag": true, "no": "No", "none": null, "empty": "", "blank": "   ", "word": "x7",
       "at": "2024-05-15T10:20:30+02:00", "day": "2024-05-15", "strange key": "yes", "a.b": "dot",
       "emoji": "😀 hé", "nul": "a\\u0000b", "line": "a\\nb", "quote": "it's \\"so\\"", "percent": "50%",
       "items": [{"sku": "A1", "tags": [["x", "y"], ["z"]]}, {"sku": "B2"}], "in": {"null": 1},
       "json": "{\\"inner\\": 5}", "huge": "1e400", "tiny": "1e-400", "nan": "NaN",
       "path": "c:\\\\x"}
      """;

  @BeforeAll
  static void open() {
    rows = EventRows.in(folder);
    onlyAnnas();
  }

  @AfterAll
  static void close() {
    rows.close();
  }

  /** Has the rows hold this event and no other. */
  static void onlyAnnas() {
    rows.put(
        List.of(
            new Row(
                PAYLOAD,
                "  B@x.com ",
                2.5,
                9007199254740993L,
                true,
                LocalDateTime.parse("2024-05-15T10:20:30.123456"),
                LocalDate.parse("1990-02-28"))));
  }

  /** What an expression gives as text on the first row. */
  static String value(String expression) {
    return String.valueOf(
        rows.values(CompiledExpression.as(ValueType.TEXT, expression, EventRows.SCOPE)).get(0));
  }
}
