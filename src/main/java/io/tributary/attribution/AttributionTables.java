package io.tributary.attribution;

import io.tributary.run.PublishedTable;
import java.util.List;

/** The tables of attribution. */
public final class AttributionTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "attribution_customer_journey",
              List.of(
                  "model",
                  "conversion_id",
                  "session_id",
                  "initializer",
                  "holder",
                  "closer",
                  "credit")));

  private AttributionTables() {}
}
