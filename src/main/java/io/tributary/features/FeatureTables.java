package io.tributary.features;

import io.tributary.run.PublishedTable;
import io.tributary.run.PublishedTable.Rows;
import java.util.List;

/** The tables behind the features, whose views are made with the columns of the live run. */
public final class FeatureTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable("feature_rows", List.of(), Rows.HISTORY),
          new PublishedTable(
              "feature_definitions",
              List.of("feature_name", "feature_type", "description", "definition"),
              Rows.OF_THE_LIVE_RUN));

  private FeatureTables() {}
}
