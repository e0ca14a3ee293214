package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The columns of sources whose rows are events: for identifiers, and for the payload. */
class EventColumnsCheckTest {
  private static final String FILE =
      """
      project: shop
      sources:
        orders: {kind: conversions}
        visits: {kind: session_sources}
      """;

  @Test
  void bindsTheColumnsThatIdentifiersAreTakenFrom() {
    String identity =
        """
        identity:
          identifiers:
            - {name: email, priority: 1, from: {orders: lower(Buyer_Mail), visits: email}}
        """;
    Tables tables =
        Tables.good()
            .with("raw.conversions", "conv_id", "user_id", "timestamp", "revenue", "buyer_mail")
            .with(
                "raw.session_sources",
                "session_id",
                "user_id",
                "timestamp",
                "channel_name",
                "context_traits_email");

    Binding binding = bind(FILE + identity, tables);

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources().get(0).columns()).containsEntry("buyer_mail", "buyer_mail");
    assertThat(binding.sources().get(1).columns()).containsEntry("email", "context_traits_email");
  }

  @Test
  void refusesAnIdentifierFromAColumnThatIsNotThere() {
    String identity =
        """
        identity:
          identifiers:
            - name: email
              priority: 1
              from:
                orders: lower(emial)
                visits: user_id > 5
        """;
    Tables tables =
        Tables.good()
            .with("raw.conversions", "conv_id", "user_id", "timestamp", "revenue", "email");

    assertThat(problems(FILE + identity, tables))
        .containsExactly(
            "shop.yaml:10: The value `lower(emial)` of source `orders`, character 7: The source"
                + " `orders` has no column `emial`; did you mean `email`?",
            "shop.yaml:11: The value `user_id > 5` of source `visits`, character 11: `user_id` is"
                + " text and `5` is an integer; write `cast(user_id as number)`.");
  }

  @Test
  void triesAnExpressionInSqlOnTheTable() {
    String identity =
        """
        identity:
          identifiers:
            - name: email
              priority: 1
              from:
                orders: {sql: "split_part(emial, '+', 1)"}
                visits: {sql: "lower(user_id)"}
        """;

    assertThat(problems(FILE + identity, Tables.good()))
        .containsExactly(
            "shop.yaml:10: The SQL `split_part(emial, '+', 1)` of source `orders` fails already on"
                + " an empty table: column \"emial\" does not exist in raw.conversions; mend the"
                + " expression.");
  }

  @Test
  void bindsWhatASourceWithoutIdentifiersIsLookedUpBy() {
    String identity =
        """
          crm: {kind: customer_events}
        identity:
          identifiers:
            - {name: email, priority: 1, from: {crm: payload.email}}
            - {name: shopper, priority: 2, from: {crm: payload.shopper}}
        """;
    Tables tables =
        Tables.good()
            .with("raw.customer_events", "id", "type", "event_time", "payload", "shopper")
            .with(
                "raw.conversions", "conv_id", "user_id", "timestamp", "revenue", "traits_Shopper");

    Binding binding = bind(FILE + identity, tables);

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources().get(0).columns())
        .containsEntry("shopper", "traits_Shopper")
        .doesNotContainKey("email");
    assertThat(binding.sources().get(2).columns())
        .as("of a source that is named nothing is looked up")
        .doesNotContainKey("shopper");
    assertThat(binding.sources().get(2).nested()).containsExactly("payload");
  }

  @Test
  void makesAPayloadOfAllColumns() {
    String file =
        """
        project: shop
        sources: {tracks: {kind: tracks, columns: {event: name}}, crm: {kind: customer_events}}
        identity: {identifiers: [{name: email, priority: 1, from: {tracks: email}}]}
        """;
    Tables tables =
        Tables.none()
            .with("raw.customer_events", "id", "type", "event_time", "payload")
            .with(
                "raw.tracks",
                "message_id",
                "Timestamp",
                "name",
                "event",
                "context_email",
                "_file",
                "_line");

    Binding binding = bind(file, tables);

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources().get(0).payload())
        .as("logical names go first: the column `event` is called `name` here")
        .isEqualTo(
            Map.of(
                "id", "message_id",
                "timestamp", "Timestamp",
                "event", "name",
                "context_email", "context_email"));
    assertThat(binding.sources().get(1).payload()).isEmpty();
  }

  @Test
  void refusesEventsOfMoreColumnsThanAStatementHolds() {
    String identity = "identity: {identifiers: [{name: u, priority: 1, from: {orders: user_id}}]}";
    List<String> columns = new ArrayList<>(Tables.good().byName().get("raw.conversions"));
    IntStream.range(0, 197).forEach(n -> columns.add("c" + n));
    Tables tables = Tables.good().with("raw.conversions", columns.toArray(String[]::new));

    assertThat(problems(FILE + identity, tables))
        .containsExactly(
            "shop.yaml:3: The table `raw.conversions` of source `orders` has 201 columns, and an"
                + " event takes at most 200; name a view with those that matter.");
    assertThat(problems(FILE, tables)).isEmpty();
  }

  private static Binding bind(String file, TableCatalog tables) {
    return ProjectCheck.bind(ProjectReader.read("shop.yaml", file), tables);
  }

  private static List<String> problems(String file, TableCatalog tables) {
    return bind(file, tables).problems().stream().map(Problem::toString).toList();
  }
}
