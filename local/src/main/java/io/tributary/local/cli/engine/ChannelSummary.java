package io.tributary.local.cli.engine;

import io.tributary.config.Attribution;
import io.tributary.config.Model;
import io.tributary.config.Project;
import io.tributary.local.cli.screen.ChannelTotals;
import io.tributary.local.cli.screen.RunSummary;
import io.tributary.local.cli.screen.RunSummary.Ending;
import io.tributary.local.cli.screen.RunSummary.Place;
import io.tributary.local.cli.screen.Section;
import io.tributary.local.cloud.LocalCloud;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.run.WarehouseNames;
import io.tributary.warehouse.Rows;
import io.tributary.warehouse.SqlTemplates;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a finished run shows: its channel report, where it has one, and where things lie. */
final class ChannelSummary {
  private final LocalCloud cloud;
  private final Project project;
  private final ProjectFiles files;

  ChannelSummary(LocalCloud cloud, Project project, ProjectFiles files) {
    this.cloud = cloud;
    this.project = project;
    this.files = files;
  }

  RunSummary of(long run, String window, Duration took, Ending ending) {
    String folder = files.folder().toString();
    List<Place> places =
        List.of(
            new Place("warehouse", files.warehouse().toString()),
            new Place(
                "look closer",
                "./tributary query " + folder + " \"select * from " + mainTable() + "\""),
            new Place(
                "what was refused",
                "./tributary query " + folder + " \"select * from rejected_rows\""),
            new Place(
                "how it went", "./tributary query " + folder + " \"select * from run_ledger\""));
    List<Section> sections =
        ending == Ending.PUBLISHED
            ? new EventSummary(cloud, project, folder).of(run)
            : List.<Section>of();
    return new RunSummary(run, window, took, report(run), sections, places, ending);
  }

  private String mainTable() {
    if (project.attribution().isPresent()) {
      return "channel_reporting";
    }
    if (project.hasWebEvents()) {
      return "daily_event_metrics";
    }
    return project.calculatesFeatures() ? "customer_features_latest" : "identity_map";
  }

  private Optional<List<ChannelTotals>> report(long run) {
    return project.attribution().map(attribution -> totals(run, attribution));
  }

  private List<ChannelTotals> totals(long run, Attribution attribution) {
    var names = WarehouseNames.of(project.schema(), run);
    String query =
        new SqlTemplates().render("report/channel_totals.sql", Map.of("store", names.store()));
    Rows rows =
        cloud.pipeline().warehouse().query("channel totals", query, Map.of("run", "" + run));
    List<ChannelTotals> totals = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      totals.add(
          new ChannelTotals(
              rows.text(row, 0).orElseThrow(),
              rows.text(row, 1).orElseThrow(),
              new BigDecimal(rows.text(row, 2).orElseThrow()),
              new BigDecimal(rows.text(row, 3).orElseThrow()),
              new BigDecimal(rows.text(row, 4).orElseThrow())));
    }
    List<String> order = attribution.models().stream().map(Model::label).toList();
    totals.sort(Comparator.comparingInt(total -> order.indexOf(total.model())));
    return totals;
  }
}
