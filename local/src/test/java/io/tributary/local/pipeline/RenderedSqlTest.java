package io.tributary.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.warehouse.PortabilityLint;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.StatementData;

/** What a run really submitted, with every template filled in, is portable SQL. */
class RenderedSqlTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attribution: {}",
        "attribution: {models: [linear, last_non_direct], cost_scope: journeys}",
        "attribution: {models: [ihc], journeys: {lookback_days: 3, boundary: exclusive,"
            + " max_sessions_per_journey: 2}, direct_channels: '^(direct|it.s us)'}",
        "identity: {max_profile_size: 9, identifiers: [{name: user_id, priority: 2, limit: 1, block:"
            + " [it's me, 'a\\b', 'regex:^(x|it.s)'], from: {conversions: user_id}}, {name: visitor,"
            + " priority: 1, from: [{source: sessions, value: lower(user_id)}]}]}",
        "identity: {identifiers: [{name: user_id, priority: 1, from: {sessions: {sql:"
            + " \"split_part(user_id, '+', 1)\"}}}]}"
      })
  void isPortable(String attribution) {
    var shop =
        new TestShop(folder)
            .conversions("a,anna,2023-01-10 12:00:00,100.00", "a,anna,2023-01-10 12:00:00,1.00")
            .sessions("s1,anna,2023-01-01 12:00:00,Display,0,0,1", "s2,,,,,,")
            .sessionCosts("s1,2.50")
            .channelCosts("Display,2023-01-01,10")
            .project(attribution);
    try (var cloud = TestCloud.start(shop).succeed()) {
      List<String> statements = statements(cloud.cloud().clients().redshiftData());
      assertThat(statements).hasSizeGreaterThan(60);
      assertThat(statements)
          .allSatisfy(statement -> assertThat(PortabilityLint.check(statement)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timezone: Europe/Berlin",
        "identity: {identifiers: [{name: user_id, priority: 1, from: {pages: user_id}}]}"
      })
  void ofWebSessionsIsPortable(String more) {
    var shop =
        new TestShop(folder)
            .table(
                "raw.pages.csv",
                "id,user_id,timestamp,url,referrer,user_agent",
                "p1,ada,2023-01-01,https://shop.example/?utm_source=a%20b,https://x.example/,Browser")
            .table("raw.tracks.csv", "id,user_id,timestamp,event", "t1,ada,2023-01-02,Cart Viewed")
            .table("raw.product_added.csv", "id,user_id,timestamp", "a1,ada,2023-01-02")
            .table("raw.order_completed.csv", "id,user_id,timestamp,total", "o1,ada,2023-01-03,5")
            .table("raw.referrers.csv", "host,medium,source", "x.example,partner,X")
            .projectFile(
                "project: shop\nsources: {tracks: {kind: tracks}, pages: {kind: pages},"
                    + " carts: {kind: product_added}, orders: {kind: order_completed},"
                    + " hosts: {kind: referrers}}\n"
                    + more
                    + "\nattribution: {models: [linear]}\n");
    try (var cloud = TestCloud.start(shop).succeed()) {
      assertThat(statements(cloud.cloud().clients().redshiftData()))
          .hasSizeGreaterThan(60)
          .allSatisfy(statement -> assertThat(PortabilityLint.check(statement)).isEmpty());
    }
  }

  private static List<String> statements(RedshiftDataClient client) {
    return client.listStatementsPaginator(r -> {}).statements().stream()
        .flatMap(RenderedSqlTest::texts)
        .distinct()
        .toList();
  }

  private static Stream<String> texts(StatementData statement) {
    return statement.isBatchStatement()
        ? statement.queryStrings().stream()
        : Stream.of(statement.queryString());
  }
}
