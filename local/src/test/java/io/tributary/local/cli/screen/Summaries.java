package io.tributary.local.cli.screen;

import io.tributary.local.cli.screen.RunSummary.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of a run of a shop. */
final class Summaries {
  private Summaries() {}

  static RunSummary of(List<ChannelTotals> totals) {
    return new RunSummary(
        3,
        "2023-01-01 to 2023-03-31",
        Duration.ofSeconds(68),
        Optional.of(totals),
        List.of(),
        List.of(
            new Place("tables", "./tributary query shop \"select * from channel_reporting\""),
            new Place("warehouse", "shop/.tributary/warehouse.duckdb")),
        RunSummary.Ending.PUBLISHED);
  }
}
