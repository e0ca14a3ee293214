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
