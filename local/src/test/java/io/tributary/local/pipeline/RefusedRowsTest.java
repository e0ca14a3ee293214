package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.Pipeline;
import io.tributary.extract.ExtractStage;
import io.tributary.json.Json;
import io.tributary.run.StageContext;
import io.tributary.warehouse.StatementBatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over rows that are wrong in every way: each is refused by name, and none is lost. */
class RefusedRowsTest {
  private static final String HUGE = "c".repeat(10_000_000);

  @TempDir static Path folder;

  private static TestCloud cloud;

  @BeforeAll
  static void run() {
    var shop =
        new TestShop(folder)
            .conversions(
                "good,anna,2023-01-10 12:00:00,100.00",
                "no-time,anna,,1",
                "odd-time,anna,13.01.2023 12:00,1",
                "no-day,anna,2023-02-30,1",
                "endless,anna,infinity,1",
                "far,anna,99999-01-01 00:00:00,1",
                "negative,anna,2023-01-10 12:00:00,-0.01",
                "nan,anna,2023-01-10 12:00:00,NaN",
                "infinite,anna,2023-01-10 12:00:00,Infinity",
                "huge,anna,2023-01-10 12:00:00,1e400",
                "comma,anna,2023-01-10 12:00:00,\"1,50\"",
                "free,anna,2023-01-10 12:00:00,",
                "nobody,,2023-01-10 12:00:00,1",
                ",anna,2023-01-10 12:00:00,1",
                "twice,anna,2023-01-10 12:00:00,7",
                "twice,anna,2023-01-10 12:00:00,7.00",
                "either,anna,2023-01-10 12:00:00,8",
                "either,anna,2023-01-10 12:00:00,9",
                "short,anna",
                "long,anna,2023-01-10 12:00:00,1,2",
                "later,anna,2024-06-01 00:00:00,1")
            .sessions(
                "s1,anna,2023-01-09 12:00:00,Email,1,0,0",
                "s1,anna,2023-01-09 12:00:00,Email,1,0,0",
                "s2,anna,2023-01-09 12:00:00,Email,1,0,0",
                "s2,anna,2023-01-09 12:00:00,Search,1,0,0",
                "odd-time,anna,yesterday,Email,1,0,0",
                "nowhere,anna,2023-01-09 12:00:00,,1,0,0",
                "maybe,anna,2023-01-09 12:00:00,Email,maybe,0,0",
                "wide,anna,2023-01-09 12:00:00," + HUGE + ",0,0,0",
                "float,anna,2023-01-09 13:00:00,Email,1.0,0.0,TRUE",
                "stranger,zoe,2023-01-09 12:00:00,Radio,0,0,1")
            .sessionCosts(
                "s1,1.50", "s1,1.5", "float,1", "float,2", "s2,1", "gone,1", "gone,2", "s1x,-1")
            .channelCosts(
                "TV,2023-01-09,10",
                "TV,2023-01-09,5",
                "TV,9.1.2023,1",
                "TV,infinity,1",
                ",2023-01-09,1",
                "TV,2023-01-09,-1",
                "TV,2023-01-09,Infinity")
            .project("window: {start_date: 2023-01-01, end_date: 2023-12-31}");
    cloud = TestCloud.start(shop).succeed();
  }

  @AfterAll
  static void close() {
    cloud.close();
  }

  @Test
  void readsAllRawTablesInOneTransactionAndLeavesRoomInEach() {
    StageContext context = cloud.context(Long.parseLong(cloud.lastRun()));

    List<StatementBatch> transactions =
        new ExtractStage(Pipeline.SCHEMA)
            .parts().stream().flatMap(part -> part.batch(context).stream()).toList();

    assertThat(transactions)
        .filteredOn(batch -> batch.statements().stream().anyMatch(sql -> sql.contains("\"raw\".")))
        .hasSize(1);
    assertThat(transactions)
        .allMatch(batch -> batch.statements().size() <= StatementBatch.MOST_STATEMENTS / 2);
  }

  @Test
  void keepsTheGoodRowsAndOneOfEqualCopies() {
    assertThat(cloud.rows("select conversion_id from tributary.conversions order by 1"))
        .containsExactly(List.of("good"), List.of("twice"));
    assertThat(cloud.rows("select distinct session_id from tributary.journey_sessions order by 1"))
        .containsExactly(List.of("float"), List.of("s1"));
  }

  @Test
  void refusesEachWrongConversionWithItsReasonAndLine() {
    assertThat(refused("conversions"))
        .containsExactlyInAnyOrder(
            "3: the time is missing",
            "4: the time cannot be read: write 2023-12-31 18:30:00",
            "5: the time cannot be read: write 2023-12-31 18:30:00",
            "6: the time cannot be read: write 2023-12-31 18:30:00",
            "7: the time cannot be read: write 2023-12-31 18:30:00",
            "8: revenue is negative",
            "9: revenue is no finite number below 10^14: write 1234.50",
            "10: revenue is no finite number below 10^14: write 1234.50",
            "11: revenue is no finite number below 10^14: write 1234.50",
            "12: revenue is no finite number below 10^14: write 1234.50",
            "13: revenue is missing",
            "14: user_id is missing",
            "15: conversion_id is missing",
            "18: conversion_id stands 2 times with different values: all are refused",
            "19: conversion_id stands 2 times with different values: all are refused",
            "20: The line has 2 fields and the header 4: quote what holds a delimiter, or mend the"
                + " line",
            "21: The line has 5 fields and the header 4: quote what holds a delimiter, or mend the"
                + " line");
  }

  @Test
  void refusesEachWrongSessionWithItsReasonAndLine() {
    assertThat(refused("sessions"))
        .containsExactlyInAnyOrder(
            "4: session_id stands 2 times with different values: all are refused",
            "5: session_id stands 2 times with different values: all are refused",
            "6: the time cannot be read: write 2023-12-31 18:30:00",
            "7: channel_name is missing",
            "8: holder_engagement is neither 0 nor 1",
            "9: channel_name is longer than 256 bytes");
  }

  @Test
  void refusesEachWrongCostWithItsReasonAndLine() {
    String contradicting = "session_id stands 2 times with different values: all are refused";
    String lone = "there is no session with this session_id, or it was refused";
    assertThat(refused("costs"))
        .containsExactlyInAnyOrder(
            "4: " + contradicting,
            "5: " + contradicting,
            "6: " + lone,
            "7: " + lone,
            "8: " + lone,
            "9: cost is negative");
    assertThat(refused("ad_spend"))
        .containsExactlyInAnyOrder(
            "4: the date cannot be read: write 2023-12-31",
            "5: the date cannot be read: write 2023-12-31",
            "6: channel_name is missing",
            "7: cost is negative",
            "8: cost is no finite number below 10^14: write 1234.50");
  }

  @Test
  void keepsWhatARefusedRowHeld() {
    assertThat(document("either", "8.0000"))
        .isEqualTo(
            "{\"file\":\"raw.conversions.csv\",\"line\":18,\"conversion_id\":\"either\","
                + "\"user_id\":\"anna\",\"time\":\"2023-01-10 12:00:00\",\"revenue\":\"8.0000\"}");
    assertThat(document("comma", "1,50")).contains("\"revenue\":\"1,50\"");
  }

  @Test
  void cutsAnEnormousCellAndKeepsTheDocumentWhole() {
    String document = document("wide", "ccc");

    assertThat(document).hasSizeLessThan(16_384).endsWith("}");
  }

  /**
   * Conversions: 21 rows are 2 good, 17 refused, 1 copy, 1 outside the window. Sessions: 10 rows
   * are 2 good, 6 refused, 1 copy, 1 of nobody who converted. Session costs: 8 are 1, 6 and 1 copy.
   * Channel costs: 7 are 2 that add up and 5 refused.
   */
  @Test
  void accountsForEveryRow() {
    assertThat(
            cloud.rows(
                "select rows_in, rows_out, rows_rejected, note from tributary.run_ledger"
                    + " where stage = 'extract'"))
        .containsExactly(
            List.of(
                "46",
                "7",
                "34",
                "46 rows = 7 kept + 34 refused + 3 equal copies + 2 that the window does not"
                    + " need"));
    assertThat(cloud.value("select count(*) from tributary.rejected_rows")).isEqualTo("34");
  }

  private static List<String> refused(String source) {
    return cloud
        .rows(
            "select document, reason from tributary.rejected_rows where source = '" + source + "'")
        .stream()
        .map(row -> json(row.get(0)).path("line").asText() + ": " + row.get(1))
        .toList();
  }

  private static String document(String id, String value) {
    return cloud
        .rows("select document from tributary.rejected_rows where document like '%" + id + "%'")
        .stream()
        .map(row -> row.get(0))
        .filter(document -> document.contains(value))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String document) {
    try {
      return Json.MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(document, e);
    }
  }
}
