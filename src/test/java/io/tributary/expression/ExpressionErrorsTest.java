package io.tributary.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said with its place and the mend. */
class ExpressionErrorsTest {
  private static final Scope SCOPE =
      new Scope(
          "the source `crm`",
          Map.of(
              "payload", Column.named("payload", ValueType.JSON),
              "email", Column.named("email", ValueType.TEXT),
              "amount", Column.named("amount", ValueType.NUMBER),
              "pages", Column.named("pages", ValueType.INTEGER),
              "is_new", Column.named("is_new", ValueType.BOOLEAN),
              "event_time", Column.named("event_time", ValueType.TIMESTAMP)));

  private static ExpressionException fault(String text) {
    return catchThrowableOfType(
        ExpressionException.class, () -> CompiledExpression.of(text, SCOPE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "emial | 1 | The source `crm` has no column `emial`; did you mean `email`?",
        "lowr(email) | 1 | There is no function `lowr`; did you mean `lower`?",
        "lower(email | 12 | Expected `)`, met the end; close the bracket, or put a comma before"
            + " it.",
        "lower(email)) | 13 | Expected an operator or the end, met `)`; join conditions with `and`"
            + " or `or`, or remove it.",
        "trim(email, 'x') | 1 | `trim` does not take 2 arguments; write `trim(text)`.",
        "email = 'a | 9 | The text that begins here does not end; close it with '.",
        "email != 'a' | 7 | There is no `!=` here; write `<>`.",
        "email = null | 9 | `null` is no value to compare; write `is null` or `is not null`.",
        "email = '' | 9 | Empty text is null here; write `is null` or `is not null`, or leave it"
            + " out.",
        "email is 'a' | 10 | Expected `null`, met the text `'a'`; write `is null` or `is not"
            + " null`.",
        "email = 5 | 9 | `email` is text and `5` is an integer; write `cast(email as number)`.",
        "lower(payload.n) > 5 | 20 | `lower(payload.n)` is text and `5` is an integer; write"
            + " `cast(lower(payload.n) as number)`.",
        "amount > '5' | 10 | `>` needs a number and `'5'` is text; write `5`.",
        "email + 1 | 1 | `+` needs a number and `email` is text; write `cast(email as number)`.",
        "payload.a < payload.b | 1 | Whether `payload.a` is ordered as a number or as text is not"
            + " known; write `cast(payload.a as number)` or `cast(payload.a as text)`.",
        "event_time > 'yesterday' | 14 | `'yesterday'` is no moment; write one such as"
            + " `'2024-01-31'` or `'2024-01-31 18:30:00'`.",
        "event_time > '2024-02-30' | 14 | `'2024-02-30'` is no moment; write one such as"
            + " `'2024-01-31'` or `'2024-01-31 18:30:00'`.",
        "cast(event_time as number) | 1 | `event_time` is a timestamp, which is never a number;"
            + " cast something else.",
        "cast(email as int) | 15 | Expected a type, met `int`; there are `text`, `number`,"
            + " `integer`, `boolean`, `timestamp`, `date`.",
        "email.domain | 1 | `email` is text and has nothing inside; remove what follows the name,"
            + " or name a column of JSON.",
        "payload.1st | 9 | Expected a member's name, met `1`; one that does not begin with a letter"
            + " stands in double quotes.",
        "payload.items[first] | 15 | Expected an element's number, met `first`; write one from 0 to"
            + " 99999.",
        "email and is_new | 1 | `and` needs a boolean and `email` is text; write `cast(email as"
            + " boolean)`, or compare it.",
        "is_new < true | 1 | Truth values have no order; compare them with `=`.",
        "1 < pages < 9 | 11 | A second comparison begins with `<`; join the two with `and`, or put"
            + " brackets around the first.",
        "email like email | 12 | Expected the pattern, met `email`; write a text in single quotes"
            + " such as `'a%'`.",
        "email like 'a!b' escape '!' | 7 | The escape `!` stands before nothing that it escapes;"
            + " write `!!` for itself.",
        "email like 'a\\b' | 7 | A backslash escapes on one engine only; write `like 'a!%b' escape"
            + " '!'`.",
        "email like '' | 7 | No text is like `''`; write `is null`.",
        "email like 'a%' escape '!!' | 7 | An escape is one character, not `\\`, `%` or `_`; write"
            + " `escape '!'`.",
        "email like 'a%' escape '%' | 7 | An escape is one character, not `\\`, `%` or `_`; write"
            + " `escape '!'`.",
        "5pages = 1 | 2 | Expected an operator, met `pages`; a name that begins with a digit stands"
            + " in double quotes.",
        "lower(5) | 7 | `lower` needs text and `5` is an integer; write `cast(5 as text)`.",
        "payload.\"\" = 1 | 9 | The member `\"\"` cannot be read: it is empty, or of quotes,"
            + " backslashes or asterisks; rename it before it is loaded.",
        "#  # | 1 | The expression is empty; write one such as `payload.email`.",
        "between(1, 2) | 1 | Expected a value, met `between`; write one such as `payload.email`,"
            + " `'text'` or `5`.",
        "\"\" = 1 | 1 | A name is empty; write the column's.",
        "regexp_replace(email, '\\d+', 'x') | 23 | `'\\d+'` has a backslash, which engines read"
            + " differently; write `[0-9]` for a digit and `[.]` for a dot.",
        "regexp_replace(email, '(?=a)', 'x') | 23 | `'(?=a)'` has `(?`, which Redshift does not"
            + " know; use plain brackets.",
        "regexp_replace(email, '[0-9]*', 'x') | 23 | `'[0-9]*'` finds itself everywhere, even in no"
            + " text; let it need a character.",
        "regexp_replace(email, 'a', '$1') | 28 | `'$1'` has `\\`, `$` or `&`, which engines read"
            + " differently; remove it.",
        "regexp_replace(email, email, 'x') | 23 | `regexp_replace` needs a pattern in single"
            + " quotes, not `email`; write `regexp_replace(text, 'pattern', 'replacement')`.",
        "date_trunc('dya', event_time) | 12 | There is no unit `'dya'`; did you mean `'day'`?",
        "date_trunc('day', email) | 19 | `date_trunc` needs a timestamp and `email` is text; write"
            + " `cast(email as timestamp)`.",
        "substring(email, 0) | 18 | `substring` counts characters from 1, and `0` is no such"
            + " number; write one from 1 to 65535.",
        "case when is_new then 1 end | 1 | There is no `case` here; write it as an expression of"
            + " `sql:`.",
        "in = 1 | 1 | Expected a value, met `in`; a column of that name stands in quotes:"
            + " `\"in\"`.",
        "not(1 = 1) or and | 15 | Expected a value, met `and`; a column of that name stands in"
            + " quotes: `\"and\"`.",
        "amount * payload.a * payload.b * payload.c * payload.d * payload.e * payload.f | 68 | So"
            + " many factors can leave the range of numbers; multiply or divide fewer values.",
        "1234567890123456789012345678901 | 1 | The number"
            + " `1234567890123456789012345678901` is too long; write at most 30 characters and an"
            + " exponent up to 19.",
      })
  void saysWhatIsWrongWhereAndTheMend(String text, int column, String sentence) {
    ExpressionException fault = fault(text);

    assertThat(fault).as(text).isNotNull();
    assertThat(fault.getMessage()).isEqualTo(sentence);
    assertThat(fault.at()).isEqualTo(new Position(1, column));
  }

  @Test
  void countsLinesAndCharacters() {
    assertThat(fault("email = '😀'\n  and emial = 'b'").at()).isEqualTo(new Position(2, 7));
    assertThat(fault("email = '😀' and emial = 'b'").at()).isEqualTo(new Position(1, 17));
  }

  @Test
  void refusesAPathOfTooManySteps() {
    assertThat(CompiledExpression.of("payload" + ".a".repeat(20), SCOPE)).isNotNull();
    assertThat(fault("payload" + ".a".repeat(21)))
        .hasMessage("Expected no more than 20 steps, met `.`; shorten the path.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-(", "not (", "lower(", "coalesce(email, "})
  void refusesWhatIsTooDeepBySentence(String opening) {
    int times = 9_999 / opening.length();

    assertThatThrownBy(() -> CompiledExpression.of(opening.repeat(times), SCOPE))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("The expression is more than 64 levels deep here; split it up.");
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", " * 1", " - -1"})
  void refusesTooManyOperatorsInARowBySentence(String more) {
    assertThatThrownBy(() -> CompiledExpression.of("amount" + more.repeat(1_000), SCOPE))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("The expression is more than 64 levels deep here; split it up.");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> CompiledExpression.of("(".repeat(10_001), SCOPE))
        .isInstanceOf(ExpressionException.class)
        .hasMessage("The expression has 10,001 characters; shorten it to 10,000.");
  }

  @Test
  void takesALongRowOfConditions() {
    String many = "email = 'a'" + " or email = 'b'".repeat(600);

    assertThat(CompiledExpression.of(many, SCOPE).type()).isEqualTo(ValueType.BOOLEAN);
  }

  @Test
  void refusesWhatGrowsTooMuch() {
    String growing = "cast(".repeat(10) + "amount" + " as text) as number)".repeat(5);

    assertThatThrownBy(() -> CompiledExpression.of(growing, SCOPE))
        .hasMessage("The expression becomes too much SQL here; split it up.");
  }

  @Test
  void refusesDivisorsThatSayThemselvesTwiceAtEveryLevel() {
    String divisions = "1 / (".repeat(20) + "amount" + ")".repeat(20);

    assertThatThrownBy(() -> CompiledExpression.of(divisions, SCOPE))
        .hasMessage("The expression becomes too much SQL here; split it up.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email = 'a\0b'", "email = '\ud83d'"})
  void refusesCharactersThatNoWarehouseTakes(String text) {
    assertThatThrownBy(() -> CompiledExpression.of(text, SCOPE))
        .isInstanceOf(ExpressionException.class)
        .hasMessageEndingWith("is in no text; remove it.");
  }

  @Test
  void aFilterIsACondition() {
    assertThatThrownBy(() -> CompiledExpression.condition("email", SCOPE))
        .hasMessage(
            "A filter needs a boolean and `email` is text; write `cast(email as boolean)`, or"
                + " compare it.");
    assertThat(CompiledExpression.condition("payload.active", SCOPE).type())
        .isEqualTo(ValueType.BOOLEAN);
  }
}
