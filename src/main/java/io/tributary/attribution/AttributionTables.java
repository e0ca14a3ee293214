package io.tributary.attribution;

import io.tributary.run.PublishedTable;
import java.util.List;

/** The tables of attribution. */
public final class AttributionTables {
  public static final List<PublishedTable> PUBLISHED =
      List.of(
          new PublishedTable(
              "attribution_customer_journey",
              "attribution/create_attribution_customer_journey.sql",
              List.of(
                  "model",
                  "conversion_id",
                  "session_id",
                  "initializer",
                  "holder",
                  "closer",
                  "credit")));

  /** Tables that runs write directly: answers outlive runs, requests of failed runs count too. */
  public static final List<String> OTHERS =
      List.of("attribution/create_ihc_answers.sql", "attribution/create_attribution_requests.sql");

  private AttributionTables() {}
}
