package io.tributary.report;

import io.tributary.run.PublishedTable;
import java.util.List;

/** The tables that the report publishes. */
public final class ReportTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "channel_reporting",
              List.of(
                  "model", "channel_name", "date", "cost", "credit", "revenue", "cpo", "roas")));

  private ReportTables() {}
}
