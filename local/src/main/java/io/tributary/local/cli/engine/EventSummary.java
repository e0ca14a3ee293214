package io.tributary.local.cli.engine;

import io.tributary.config.Project;
import io.tributary.features.FeatureReport;
import io.tributary.features.FeatureSummary;
import io.tributary.local.cli.screen.Section;
import io.tributary.local.cli.screen.Share;
import io.tributary.local.cli.table.TableLayout.Side;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.run.WarehouseNames;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a finished run shows of events: months of the web, and some of the features. */
final class EventSummary {
  /** Of the features that a project has, those that say most in few lines. */
  private static final List<String> TELLING =
      List.of(
          "country",
          "age_in_years",
          "days_since_last_seen",
          "n_sessions_overall",
          "total_transactions",
          "total_amt_spent",
          "average_transaction_value",
          "highest_spent_category");

  private final LocalCloud cloud;
  private final Project project;
  private final String folder;

  /**
   * @param folder as the user would type it
   */
  EventSummary(LocalCloud cloud, Project project, String folder) {
    this.cloud = cloud;
    this.project = project;
    this.folder = folder;
  }

  /** The sections of a run that was published. */
  List<Section> of(long run) {
    List<Section> sections = new ArrayList<>();
    if (project.hasWebEvents()) {
      web(run, sections);
    }
    if (project.calculatesFeatures()) {
      features(sections);
    }
    return sections;
  }

  private void web(long run, List<Section> sections) {
    Rows months = query(run, "metrics/last_months.sql");
    if (months.size() == 0) {
      return;
    }
    List<List<String>> lines = new ArrayList<>();
    for (int row = 0; row < months.size(); row++) {
      lines.add(
          List.of(
              months.text(row, 0).orElseThrow(),
              "%,d".formatted(months.number(row, 1)),
              decimal(months, row, 2, ""),
              decimal(months, row, 3, "%"),
              "%,d".formatted(months.number(row, 4)),
              decimal(months, row, 5, "%"),
              length(months, row)));
    }
    Collections.reverse(lines);
    long all = months.number(0, 7);
    String which = all > lines.size() ? ", the last %d of %d".formatted(lines.size(), all) : "";
    sections.add(
        new Section(
            "Web by month" + which,
            List.of("month", "users", "a day", "stickiness", "sessions", "bounces", "mean length"),
            sides(7),
            lines));
  }

  private static List<Side> sides(int columns) {
    return IntStream.range(0, columns)
        .mapToObj(column -> column == 0 ? Side.LEFT : Side.RIGHT)
        .toList();
  }

  private static String decimal(Rows rows, int row, int column, String unit) {
    double value = Double.parseDouble(rows.text(row, column).orElseThrow());
    return String.format(Locale.ROOT, "%,.1f%s", value, unit);
  }

  private static String length(Rows rows, int row) {
    Duration mean =
        Duration.ofSeconds(Math.round(Double.parseDouble(rows.text(row, 6).orElseThrow())));
    return "%d min %02d s".formatted(mean.toMinutes(), mean.toSecondsPart());
  }

  private void features(List<Section> sections) {
    Rows latest = query(0, "features/latest_moment.sql");
    if (latest.number(0, 0) == 0) {
      return;
    }
    List<FeatureSummary> shown =
        new FeatureReport(this::rows, project).summaries(TELLING::contains);
    sections.add(
        new Section(
            "Features of %,d profiles as of %s UTC; all of them: ./tributary features %s"
                .formatted(latest.number(0, 0), latest.text(0, 1).orElseThrow(), folder),
            List.of("feature", "null", "least | quartiles | greatest, or most often"),
            List.of(Side.LEFT, Side.RIGHT, Side.LEFT),
            shown.stream()
                .map(one -> List.of(one.name(), Share.of(one), one.distribution()))
                .toList()));
  }

  private Rows query(long run, String file) {
    WarehouseNames names = WarehouseNames.of(project.schema(), run);
    String sql =
        new SqlTemplates()
            .render(file, Map.of("store", names.store(), "published", names.published()));
    Map<String, String> parameters = sql.contains(":run") ? Map.of("run", "" + run) : Map.of();
    return cloud.pipeline().warehouse().query(file, sql, parameters);
  }

  private Stream<List<String>> rows(String sql) {
    Rows rows = cloud.pipeline().warehouse().query("features", sql, Map.of());
    return IntStream.range(0, rows.size())
        .mapToObj(
            row ->
                IntStream.range(0, rows.records().get(row).size())
                    .mapToObj(column -> rows.text(row, column).orElse(null))
                    .toList());
  }
}
