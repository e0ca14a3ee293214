package io.tributary.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlExpressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "case when lower(email) like '%@example.com' then 'us' end",
        "extract(year from event_time)::integer",
        "datediff(day, created_at, event_time)",
        "'it''s; -- no comment'",
        "left(\"with\", 3)",
        "events.count + events.limit"
      })
  void takesOneExpression(String sql) {
    assertThat(SqlExpression.of(sql, ValueType.TEXT).sql()).isEqualTo("(" + sql + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "email; drop table x | 6 | A semicolon ends a statement",
        "(select max(email) from x) | 2 | `select` makes a query",
        "email in (select a from b) | 11 | `select` makes a query",
        "email, id | 6 | There is one expression",
        "email as value | 7 | `as` has no place here",
        "email from other | 7 | `from` has no place here",
        "email) or (1 = 1 | 6 | This bracket was not opened",
        "lower(email | 1 | A bracket of the expression is not closed",
        "email -- the end | 7 | A comment has no place",
        "email /* the end */ | 7 | A comment has no place",
        "'email | 1 | The text that begins here does not end",
        "'email'' | 1 | The text that begins here does not end",
        "$$email$$ | 1 | The text that begins here does not end",
        "email = 'it''s | 9 | The text that begins here does not end",
        "\"email | 1 | The name that begins here does not end",
        "email = :name | 9 | There is nothing to bind to `:`",
        "sum(amount) | 1 | `sum` looks at several rows",
        "row_number() over (order by email) | 14 | `over` looks at several rows",
        "random() | 1 | `random` gives another value in every run",
        "getdate() | 1 | `getdate` gives another value in every run",
        "string_agg(email) | 1 | the function string_agg runs on one engine only",
        "email::varchar(5) | 1 | a cast to varchar(n), which cuts runs on one engine only",
        "email ~ '\\\\d' | 1 | a backslash in a literal runs on one engine only"
      })
  void refusesAllElse(String sql, int column, String sentence) {
    assertThatThrownBy(() -> SqlExpression.of(sql, ValueType.TEXT))
        .isInstanceOf(ExpressionException.class)
        .hasMessageStartingWith(sentence)
        .extracting(fault -> ((ExpressionException) fault).at())
        .isEqualTo(new Position(1, column));
  }

  @Test
  void refusesWhatIsEmptyOrTooLong() {
    assertThatThrownBy(() -> SqlExpression.of(" ", ValueType.TEXT))
        .hasMessageContaining("has 1 to 10,000 characters");
    assertThatThrownBy(() -> SqlExpression.of("(".repeat(20_000), ValueType.TEXT))
        .hasMessageContaining("has 1 to 10,000 characters");
  }
}
