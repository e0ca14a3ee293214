package io.tributary.local.pipeline;

import java.nio.file.Path;
import java.util.List;

/** A shop of events of people, whose project has identity and whatever attributes a test gives. */
final class AttributedPeople {
  private static final String HEAD =
      """
      project: shop
      window: {end_date: 2023-12-31}
      keep_runs: 5
      sources: {crm: {kind: customer_events}}
      identity:
        identifiers:
          - {name: user_id, priority: 1, from: {crm: payload.user}}
          - {name: phone, priority: 2, from: {crm: payload.phone}}
      """;

  private final TestShop shop;

  AttributedPeople(Path folder) {
    this.shop = new TestShop(folder);
  }

  TestShop shop() {
    return shop;
  }

  /** Lines of YAML that follow the identity. */
  AttributedPeople project(String more) {
    shop.projectFile(HEAD + more);
    return this;
  }

  /** A file of events, one JSON a line with single quotes. */
  AttributedPeople events(int part, String lines) {
    shop.file("data/raw.customer_events/%d.ndjson".formatted(part), lines);
    return this;
  }

  /** All that is known, of any profile; what a clock says is left out. */
  static List<List<String>> values(TestCloud cloud) {
    return cloud.rows(
        "select attributes.attribute_id, identities.identifier, attributes.value"
            + " from tributary.profile_attributes as attributes"
            + " inner join tributary.identity_map as identities"
            + " on attributes.profile_id = identities.profile_id"
            + " and identities.identifier_type = 'user_id' order by 1, 2, 3");
  }
}
