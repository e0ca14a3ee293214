package io.tributary.local.cli.engine;

import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.features.FeatureReport;
import io.tributary.features.FeatureSummary;
import io.tributary.identity.CorrectionEntry;
import io.tributary.identity.Explained;
import io.tributary.identity.ProfileExplainer;
import io.tributary.local.cli.command.GenerateOptions;
import io.tributary.local.cli.command.InitCommand.Proposal;
import io.tributary.local.cli.table.ResultRows;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.generate.ShopGenerator;
import io.tributary.local.generate.ShopSettings;
import io.tributary.local.init.ProjectProposal;
import io.tributary.local.warehouse.LocalWarehouse;
import io.tributary.local.warehouse.QueryResult;
import io.tributary.local.warehouse.WarehouseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the short commands do. */
public final class Engines {
  private Engines() {}

  /** Writes a generated shop; a line for each thing written. */
  public static List<String> generate(GenerateOptions options) {
    var settings = ShopSettings.of(options.users(), options.days(), options.seed());
    var shop = ShopGenerator.generate(options.folder(), settings);
    return List.of(
        "Wrote %s: %,d visitors, %,d sessions, %,d conversions with a revenue of %,.2f."
            .formatted(
                options.folder(),
                shop.users(),
                shop.sessions(),
                shop.conversions(),
                shop.revenue()));
  }

  /** Writes the project file that is proposed for a folder of raw files. */
  public static Proposal init(Path folder) {
    ProjectProposal proposal = ProjectProposal.of(folder);
    Path file = new ProjectFiles(folder).projectFile();
    try {
      Files.writeString(file, proposal.yaml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Proposal(file, proposal.unguessed());
  }

  /** The rows of one read-only statement on a project's warehouse. */
  public static ResultRows query(Path folder, String sql) {
    LocalWarehouse.prepare();
    ProjectFiles files = new ProjectFiles(folder);
    Project project = new CheckedProject(files).readAlone();
    List<String> searchPath = List.of(project.schema(), project.rawSchema());
    WarehouseReader reader = WarehouseReader.open(files.warehouse(), searchPath);
    try {
      QueryResult result = reader.query(sql);
      List<String> columns = result.columns().stream().map(QueryResult.Column::name).toList();
      return new ResultRows(columns, result.rows().onClose(result::close).onClose(reader::close));
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** Why two identifiers are one profile, or are not. */
  public static Explained explain(Path folder, String one, String other) {
    return explain(folder, one, other, corrections(folder));
  }

  /** The same, with what an operator wrote. */
  public static Explained explain(
      Path folder, String one, String other, List<CorrectionEntry> corrections) {
    LocalWarehouse.prepare();
    ProjectFiles files = new ProjectFiles(folder);
    Project project = new CheckedProject(files).readAlone();
    try (WarehouseReader reader = WarehouseReader.open(files.warehouse(), List.of())) {
      return new ProfileExplainer(sql -> rows(reader.query(sql)), project, corrections)
          .explain(one, other);
    }
  }

  /** The features of a project as its live run calculated them. */
  public static List<FeatureSummary> features(Path folder) {
    LocalWarehouse.prepare();
    ProjectFiles files = new ProjectFiles(folder);
    Project project = new CheckedProject(files).readAlone();
    try (WarehouseReader reader = WarehouseReader.open(files.warehouse(), List.of())) {
      return new FeatureReport(sql -> rows(reader.query(sql)), project).summaries();
    }
  }

  private static List<CorrectionEntry> corrections(Path folder) {
    CheckedProject project = new CheckedProject(new ProjectFiles(folder));
    return project.corrections(project.readAlone());
  }

  private static Stream<List<String>> rows(QueryResult result) {
    return result
        .rows()
        .map(row -> row.stream().map(value -> Objects.toString(value, null)).toList())
        .onClose(result::close);
  }

  /** Every problem of a project folder. */
  public static List<Problem> validate(Path folder) {
    return new CheckedProject(new ProjectFiles(folder)).problems();
  }
}
