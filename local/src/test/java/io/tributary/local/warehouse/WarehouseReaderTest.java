package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseReaderTest {
  @TempDir static Path folder;
  private static WarehouseReader reader;

  @BeforeAll
  static void open() {
    try (WarehouseFixture fixture = WarehouseFixture.in(folder)) {
      fixture.client.mustRun(
          "create schema tributary",
          "create table tributary.report (channel varchar(20), credit decimal(18,9), day date)",
          "insert into tributary.report values ('ads', 0.5, '2024-01-31'), (null, 1, null)",
          "create view tributary.best as select nvl(channel, '(none)') as channel from"
              + " tributary.report");
    }
    reader = WarehouseReader.open(folder.resolve("shop.duckdb"), List.of("tributary", "missing"));
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static List<List<Object>> rows(String sql) {
    try (QueryResult result = reader.query(sql)) {
      return result.rows().toList();
    }
  }

  @Test
  void readsInRedshiftsDialectWithoutASchema() {
    try (QueryResult result =
        reader.query("select channel, credit, dateadd(day, 1, day) as next from report;")) {
      assertThat(result.columns())
          .containsExactly(
              new QueryResult.Column("channel", "varchar"),
              new QueryResult.Column("credit", "numeric"),
              new QueryResult.Column("next", "timestamp"));
      assertThat(result.rows())
          .containsExactlyInAnyOrder(
              List.of("ads", new BigDecimal("0.500000000"), "2024-02-01 00:00:00"),
              Arrays.asList(null, new BigDecimal("1.000000000"), null));
    }
  }

  @Test
  void readsViewsAndTheCatalog() {
    assertThat(rows("select channel from best order by channel"))
        .containsExactly(List.of("(none)"), List.of("ads"));
    assertThat(
            rows(
                "select table_name from information_schema.tables where table_schema ="
                    + " 'tributary' order by 1"))
        .containsExactly(List.of("best"), List.of("report"));
  }

  @Test
  void streamsRowsWithoutHoldingThem() {
    try (QueryResult result = reader.query("select range as n from range(5000000)")) {
      assertThat(result.rows().limit(3)).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into report values ('x', 1, null)",
        "update report set credit = 0",
        "delete from report",
        "with a as (select 'x' as channel) insert into report select channel, 1, null from a",
        "with a as (select 1), b(n) as (select 2) delete from report",
        "drop table report",
        "create table x as select 1",
        "truncate report",
        "copy report from 's3://a/b' iam_role default",
        "unload ('select 1') to 's3://a/b' iam_role default",
        "attach 'x.duckdb'",
        "set memory_limit = '1GB'",
        "pragma database_list",
        "install httpfs",
        "call pragma_version()",
        "begin"
      })
  void refusesWhatIsNoQuery(String sql) {
    assertThatThrownBy(() -> rows(sql))
        .isInstanceOf(UserException.class)
        .hasMessage("A query only reads: begin it with SELECT or WITH.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from read_csv('/etc/passwd', columns = {'a': 'varchar'})",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from glob('/etc/*')"
      })
  void reachesNoOtherFile(String sql) {
    assertThatThrownBy(() -> rows(sql)).isInstanceOf(UserException.class);
  }

  @Test
  void keepsItsSettings() {
    assertThatThrownBy(() -> rows("set search_path to public")).isInstanceOf(UserException.class);
    assertThat(rows("select count(*) from report")).containsExactly(List.of(2L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "selec 1 | A query only reads: begin it with SELECT or WITH.",
        "select 1 frm x y | syntax error at or near \"x\"",
        "select listagg(1 | The parenthesis opened on line 1 is not closed",
        "select 1; select 2 | There is more than one statement: send one at a time",
        "-- nothing | There is no statement: write one in quotes, such as \"select 1\"",
        "select nothing from report | Referenced column \"nothing\" not found in FROM clause!"
      })
  void explainsAnErrorInOneSentence(String sql, String message) {
    assertThatThrownBy(() -> rows(sql))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(message)
        .message()
        .doesNotContain("LINE", "Error:", "\n");
  }

  @Test
  void saysThatThereIsNoWarehouse() {
    assertThatThrownBy(() -> WarehouseReader.open(folder.resolve("none.duckdb"), List.of()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no warehouse yet");
  }

  @Test
  void saysThatAFileIsNoWarehouse(@TempDir Path other) throws IOException {
    Path file = Files.writeString(other.resolve("x.duckdb"), "this is no database".repeat(500));

    assertThatThrownBy(() -> WarehouseReader.open(file, List.of()))
        .isInstanceOf(UserException.class);
  }

  @Test
  void saysThatAnotherHoldsItAndReadsWhatAKilledOneLeft(@TempDir Path other) throws Exception {
    Path file = other.resolve("held.duckdb");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WarehouseHolder.class.getName(),
                file.toString())
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");

      assertThatThrownBy(() -> WarehouseReader.open(file, List.of()))
          .isInstanceOf(WarehouseHeldException.class)
          .hasMessageContaining("wait until it has ended");
      assertThatThrownBy(() -> LocalWarehouse.open(file, other))
          .isInstanceOf(WarehouseHeldException.class);
    } finally {
      holder.destroyForcibly();
      holder.waitFor();
    }
    try (WarehouseReader afterwards = WarehouseReader.open(file, List.of("public"));
        QueryResult result = afterwards.query("select n from t")) {
      assertThat(result.rows()).containsExactly(List.of(1L));
    }
  }
}
