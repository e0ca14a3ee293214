package io.tributary.local.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What compiled expressions give on the local warehouse. */
class CompiledExpressionTest {
  @TempDir static Path folder;
  private static EventRows rows;

  @BeforeAll
  static void open() {
    rows = EventRows.in(folder);
    AnnasEvent.only(rows);
  }

  @AfterAll
  static void close() {
    rows.close();
  }

  private static String value(String expression) {
    return AnnasEvent.value(rows, expression);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        // paths
        "payload.price | 3.5",
        "payload.flag | true",
        "payload.missing | null",
        "payload.none | null",
        "payload.empty | null",
        "payload.blank | null",
        "payload.\"strange key\" | yes",
        "payload.\"a.b\" | dot",
        "PAYLOAD.in.null | 1",
        "payload.Email | null",
        "payload.items[0].sku | A1",
        "payload.items[1].sku | B2",
        "payload.items[2].sku | null",
        "payload.items[0].tags[0][1] | y",
        "payload.items[0].tags | [[\"x\",\"y\"],[\"z\"]]",
        "payload.items.sku | null",
        "payload.email[0] | null",
        "payload.price.more | null",
        "payload.json.inner | 5",
        "payload.emoji | 😀 hé",
        "payload.quote | it's \"so\"",
        "payload.path | c:\\x",
        "email | #  B@x.com#",
        // functions
        "lower(payload.email) | # anna@example.com#",
        "trim(lower(payload.email)) | anna@example.com",
        "upper(payload.emoji) | 😀 HÉ",
        "substring(payload.emoji, 1, 1) | 😀",
        "substring(payload.emoji, 1, 2) | 😀",
        "substring(payload.emoji, 3) | hé",
        "substring(payload.emoji, 30) | null",
        "regexp_replace(payload.word, '[0-9]', '-') | x-",
        "regexp_replace(payload.email, '[aeA]', '') | # nn@Exmpl.com#",
        "regexp_replace(payload.word, '[a-z][0-9]', '') | null",
        "coalesce(payload.none, payload.empty, trim(payload.blank), 'none') | none",
        "coalesce(payload.none, 5) + 1 | 6",
        "coalesce(payload.word, 5) | 5",
        "coalesce(payload.none, payload.price) | 3.5",
        // numbers
        "payload.n + 1 | 13",
        "payload.n / 5 | 2.4",
        "7 / 2 | 3.5",
        "payload.n / 0 | null",
        "payload.n / (payload.price - 3.5) | null",
        "-payload.price * 2 | -7",
        "payload.word + 1 | null",
        "payload.huge + 1 | null",
        "payload.tiny + 1 | null",
        "payload.nan + 1 | null",
        "0.1 + 0.2 | 0.3",
        "1000000000 * 1000 + 0.25 | 1000000000000.25",
        "100000000000000 + 0.5 | 100000000000000",
        "cast('1e19' as number) | null",
        "pages | 9007199254740993",
        "pages = 9007199254740993 | true",
        "pages = 9007199254740992 | false",
        "cast(payload.big as integer) | 12345678901234567",
        "cast('2.7' as integer) | 2",
        "cast('-2.7' as integer) | -2",
        "cast('+5' as integer) | 5",
        "cast(2.7 as integer) | 2",
        "cast(-2.7 as integer) | -2",
        "cast(cast('1e19' as number) as integer) | null",
        "cast('1_000' as number) | null",
        "cast('0x10' as number) | null",
        "cast(' 1.5e3 ' as number) | 1500",
        "cast('5.' as number) | null",
        // truth
        "payload.flag and is_new | true",
        "cast(payload.no as boolean) | false",
        "cast(payload.word as boolean) | null",
        "payload.flag = true | true",
        "cast(is_new as number) + 1 | 2",
        "cast(0 as boolean) | false",
        "not payload.flag or payload.none is null | true",
        // comparisons
        "payload.n > 5 | true",
        "payload.n = 12.0 | true",
        "payload.n = '12' | true",
        "payload.n = '12.0' | false",
        "payload.word > 5 | null",
        "payload.n between 1 and 12 | true",
        "payload.n not between 1 and 12 | false",
        "payload.n in (1, 12) | true",
        "payload.word not in ('a', 'x7') | false",
        "payload.none not in ('a') | null",
        "payload.word = 'x7  ' | true",
        "payload.email = ' Anna@Example.com' | true",
        "email like '%@x.com' | true",
        "payload.percent like '50!%' escape '!' | true",
        "payload.percent like '5_!%' escape '!' | true",
        "payload.emoji like '_ %' | true",
        "payload.line like 'a%b' | true",
        "payload.path like 'c:\\_' escape '!' | true",
        "payload.path = 'c:\\x' | true",
        "payload.word not like 'y%' | true",
        "payload.empty is null | true",
        "payload.items is not null | true",
        // moments
        "cast(payload.at as timestamp) | 2024-05-15 08:20:30",
        "cast(payload.day as timestamp) | 2024-05-15 00:00:00",
        "cast(payload.at as date) | 2024-05-15",
        "cast('2024-02-30' as date) | null",
        "cast('2024-05-15 10:20' as timestamp) | 2024-05-15 10:20:00",
        "cast('2024-05-15T23:59:59.123456789Z' as timestamp) | 2024-05-15 23:59:59",
        "cast('2024-05-15 25:00' as timestamp) | null",
        "cast('15.05.2024' as date) | null",
        "date_trunc('week', event_time) | 2024-05-13 00:00:00",
        "date_trunc('HOUR', payload.at) | 2024-05-15 08:00:00",
        "date_trunc('quarter', birthday) | 1990-01-01 00:00:00",
        "event_time >= '2024-05-15' | true",
        "event_time < '2024-05-15T12:20:31+02:00' | true",
        "birthday = '1990-02-28' | true",
        "birthday < event_time | true",
        "payload.at < event_time | true",
        "birthday | 1990-02-28"
      })
  void gives(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }
}
