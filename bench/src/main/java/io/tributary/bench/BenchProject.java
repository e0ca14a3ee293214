package io.tributary.bench;

import io.tributary.config.Attribution;
import io.tributary.config.Ihc;
import io.tributary.config.Project;
import io.tributary.config.ProjectReader;
import io.tributary.local.cloud.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The project file of a bench shop: which models, and how many calls at once. */
record BenchProject(boolean ihc, int concurrency) {
  private static final String BUILT_IN =
      "first_touch, last_touch, last_non_direct, linear, time_decay, position_based";

  /** Every model, and 32 calls at once. */
  static BenchProject everyModel() {
    return new BenchProject(true, 32);
  }

  static void write(Path folder, BenchProject project) throws IOException {
    Files.writeString(new ProjectFiles(folder).projectFile(), project.text());
  }

  /** The project file as the pipeline reads it. */
  static Project read(Path folder) throws IOException {
    Path file = new ProjectFiles(folder).projectFile();
    var read = ProjectReader.read(file.getFileName().toString(), Files.readAllBytes(file));
    return read.project().orElseThrow(() -> new IllegalStateException("" + read.problems()));
  }

  static Optional<Ihc> ihc(Project project) {
    return project.attribution().map(Attribution::ihc);
  }

  // The rate is as high as the project file takes, so that only the concurrency binds.
  private String text() {
    return """
        project: bench
        window: {start_date: 2023-01-01, end_date: 2023-12-31}
        sources:
          conversions: {kind: conversions}
          sessions: {kind: session_sources}
          costs: {kind: session_costs}
          ad_spend: {kind: channel_costs}
        attribution:
          journeys: {lookback_days: 30}
          models: [%s%s]
          ihc: {requests_per_second: 1000, max_concurrency: %d}
        """
        .formatted(ihc ? "ihc, " : "", BUILT_IN, concurrency);
  }
}
