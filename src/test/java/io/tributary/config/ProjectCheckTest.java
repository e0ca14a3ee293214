package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectCheckTest {
  private static final String FILE =
      """
      project: shop
      sources:
        orders: {kind: conversions}
        visits: {kind: session_sources}
      """;

  @Test
  void bindsColumnsByTheirNameOrAlias() {
    Binding binding = bind(FILE, Tables.good());

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources()).hasSize(2);
    assertThat(binding.sources().get(0).columns())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "conversion_id", "conv_id",
                "user_id", "user_id",
                "timestamp", "timestamp",
                "revenue", "revenue"));
  }

  @Test
  void triesTheBareNameThenThePrefixesThenTheAliases() {
    Tables tables =
        Tables.good()
            .with(
                "raw.session_sources",
                "session_id",
                "traits_user_id",
                "context_user_id",
                "properties_timestamp",
                "channel",
                "context_channel_name",
                "context_traits_holder_engagement");

    assertThat(bind(FILE, tables).sources().get(1).columns())
        .containsEntry("user_id", "traits_user_id")
        .containsEntry("timestamp", "properties_timestamp")
        .containsEntry("channel_name", "context_channel_name")
        .containsEntry("holder_engagement", "context_traits_holder_engagement")
        .doesNotContainKey("closer_engagement");
  }

  @Test
  void comparesTablesAndColumnsWithoutRegardToCase() {
    Tables tables =
        Tables.none()
            .with("RAW.Conversions", "Conv_ID", "USER_ID", "Timestamp", "Revenue")
            .with("raw.session_sources", "session_id", "user_id", "timestamp", "channel_name");

    Binding binding = bind(FILE, tables);

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources().get(0).column("conversion_id")).contains("Conv_ID");
  }

  @Test
  void takesTheColumnThatTheFileNames() {
    String file =
        FILE.replace("{kind: conversions}", "{kind: conversions, columns: {revenue: Net}}");
    Tables tables =
        Tables.good()
            .with("raw.conversions", "conversion_id", "user_id", "timestamp", "revenue", "net");

    assertThat(bind(file, tables).sources().get(0).column("revenue")).contains("net");
  }

  @Test
  void takesADayAndATimeForATimestamp() {
    Tables tables =
        Tables.good()
            .with("raw.conversions", "conv_id", "user_id", "conv_date", "conv_time", "revenue");

    Binding binding = bind(FILE, tables);

    assertThat(binding.problems()).isEmpty();
    assertThat(binding.sources().get(0).columns()).containsKeys("conv_date", "conv_time");
  }

  @Test
  void knowsWhetherATableSaysWhereItsRowsCameFrom() {
    Tables tables =
        Tables.good()
            .with(
                "raw.conversions", "conv_id", "user_id", "timestamp", "revenue", "_FILE", "_line");

    assertThat(bind(FILE, tables).sources())
        .extracting(BoundSource::hasOrigin)
        .containsExactly(true, false);
  }

  @Test
  void namesTheNearestTableWhereOneIsMissing() {
    Tables tables = Tables.none().with("raw.conversion", "conv_id").with("raw.weblog", "id");

    assertThat(problems(FILE, tables))
        .containsExactly(
            "shop.yaml:3: The source `orders` reads the table `raw.conversions`, which does not"
                + " exist; did you mean `raw.conversion`?",
            "shop.yaml:4: The source `visits` reads the table `raw.session_sources`, which does not"
                + " exist; add it or name another with `table:`, there are `raw.conversion`,"
                + " `raw.weblog`.");
  }

  @Test
  void saysWhenThereIsNoTableAtAll() {
    assertThat(problems(FILE, Tables.none()))
        .contains(
            "shop.yaml:3: The source `orders` reads the table `raw.conversions`, which does not"
                + " exist; add it or name another with `table:` (there is no table at all).");
  }

  @Test
  void listsWhatWasTriedForARequiredColumn() {
    Tables tables =
        Tables.good().with("raw.conversions", "number", "user_id", "timestamp", "revenue", "_file");

    assertThat(problems(FILE, tables))
        .containsExactly(
            "shop.yaml:3: The table `raw.conversions` of source `orders` has no column for"
                + " `conversion_id` (tried conversion_id, properties_conversion_id,"
                + " traits_conversion_id, context_traits_conversion_id, context_conversion_id,"
                + " conv_id); name it under `columns:`, the table has `number`, `user_id`,"
                + " `timestamp`, `revenue`.");
  }

  @Test
  void needsATimestampOrBothOfADayAndATime() {
    Tables tables =
        Tables.good().with("raw.conversions", "conv_id", "user_id", "conv_date", "revenue");

    assertThat(problems(FILE, tables))
        .singleElement()
        .asString()
        .startsWith(
            "shop.yaml:3: The table `raw.conversions` of source `orders` has no column for"
                + " `timestamp`, nor both of `conv_date` and `conv_time` (tried timestamp,"
                + " properties_timestamp,");
  }

  @Test
  void saysWhichColumnOfTheFileDoesNotExistAndInWhichLine() {
    String file =
        """
        project: shop
        sources:
          visits: {kind: session_sources}
          orders:
            kind: conversions
            columns:
              user_id: user_id
              revenue: revenu
              timestamp: happened
        """;

    assertThat(problems(file, Tables.good()))
        .containsExactly(
            "shop.yaml:8: The table `raw.conversions` of source `orders` has no column `revenu` for"
                + " `revenue`; did you mean `revenue`?",
            "shop.yaml:9: The table `raw.conversions` of source `orders` has no column `happened`"
                + " for `timestamp`; it has `conv_id`, `user_id`, `timestamp`, `revenue`.");
  }

  @Test
  void refusesATableWithoutColumns() {
    assertThat(problems(FILE, Tables.good().with("raw.conversions")))
        .containsExactly(
            "shop.yaml:3: The table `raw.conversions` of source `orders` has no columns; give it a"
                + " header line with names.");
  }

  @Test
  void refusesAColumnThatIsThereTwice() {
    Tables tables =
        Tables.good()
            .with("raw.conversions", "conv_id", "user_id", "timestamp", "revenue", "Revenue");

    assertThat(problems(FILE, tables))
        .containsExactly(
            "shop.yaml:3: The table `raw.conversions` of source `orders` has the column `revenue`"
                + " twice (`Revenue`); rename one, because case makes no difference.");
  }

  @Test
  void checksTheSourcesEvenWhereTheRestOfTheFileIsWrong() {
    Tables tables = Tables.good().with("raw.conversions");

    assertThat(problems(FILE + "keep_runs: 0\n", tables)).hasSize(1);
  }

  @Test
  void doesNotRepeatWhatTheFileSaysOfASource() {
    String file = FILE.replace("{kind: conversions}", "{kind: conversions, table: orders}");

    assertThat(problems(file, Tables.good())).isEmpty();
  }

  @Test
  void looksForNoTableInASchemaThatIsNoName() {
    assertThat(problems(FILE + "raw_schema: Raw\n", Tables.none())).isEmpty();
  }

  private static Binding bind(String file, TableCatalog tables) {
    return ProjectCheck.bind(ProjectReader.read("shop.yaml", file), tables);
  }

  private static List<String> problems(String file, TableCatalog tables) {
    return bind(file, tables).problems().stream().map(Problem::toString).toList();
  }
}
