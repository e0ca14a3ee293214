package io.tributary.local.cli.engine;

import io.tributary.config.Binding;
import io.tributary.config.FeatureFiles;
import io.tributary.config.Problem;
import io.tributary.config.Project;
import io.tributary.config.ProjectCheck;
import io.tributary.config.ProjectFile;
import io.tributary.config.ProjectReader;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.features.FeatureCheck;
import io.tributary.identity.CorrectionEntry;
import io.tributary.identity.CorrectionsFile;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.load.FileCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project folder's file, checked by itself and against the files under {@code data/}. */
final class CheckedProject {
  private final ProjectFiles files;

  CheckedProject(ProjectFiles files) {
    this.files = files;
  }

  /** Every problem there is, those of the project file first; empty for one that can run. */
  List<Problem> problems() {
    ProjectFile file = file();
    List<Problem> problems = new ArrayList<>(file.problems());
    file.project().ifPresent(project -> problems.addAll(ofCorrections(project)));
    file.project().ifPresent(project -> withFeatures(project, problems));
    file.rawSchema().ifPresent(rawSchema -> problems.addAll(ofData(file, rawSchema)));
    problems.sort(
        Comparator.comparing((Problem problem) -> !problem.file().equals(file.fileName()))
            .thenComparing(Problem::file)
            .thenComparingInt(Problem::line));
    return problems;
  }

  private List<Problem> ofCorrections(Project project) {
    return Files.isRegularFile(files.corrections())
        ? CorrectionsFile.problems(project, bytes(files.corrections()))
        : List.of();
  }

  /**
   * The operator's corrections of a project.
   *
   * @throws UserException with every problem of theirs, a line each
   */
  List<CorrectionEntry> corrections(Project project) {
    refuse(ofCorrections(project));
    return Files.isRegularFile(files.corrections())
        ? CorrectionsFile.read(project.identity().orElseThrow(), bytes(files.corrections()))
            .entries()
        : List.of();
  }

  /** What a file's fault hides, such as its columns, is no further problem. */
  private List<Problem> ofData(ProjectFile file, String rawSchema) {
    FileCatalog catalog = FileCatalog.of(files.data(), rawSchema);
    List<Problem> problems = new ArrayList<>(catalog.faults());
    if (catalog.tables().isEmpty() && problems.isEmpty()) {
      return List.of(
          new Problem(
              files.data().toString(),
              0,
              "There is no raw file here; put the tables here as CSV, NDJSON, JSON or Parquet, such"
                  + " as "
                  + rawSchema
                  + ".conversions.csv."));
    }
    ProjectFile readable = file.without(source -> catalog.isFaulty(source.table()));
    Binding binding = ProjectCheck.bind(readable, catalog);
    problems.addAll(binding.problems());
    file.project()
        .map(project -> withFeatures(project, new ArrayList<>()))
        .flatMap(Project::features)
        .ifPresent(
            features ->
                problems.addAll(FeatureCheck.problems(features, binding.sources(), catalog)));
    return problems;
  }

  private Project withFeatures(Project project, List<Problem> problems) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files.features().forEach((name, path) -> contents.put(name, bytes(path)));
    return FeatureFiles.with(project, contents, problems);
  }

  /**
   * The project.
   *
   * @throws UserException with every problem, a line each
   */
  Project read() {
    refuse(problems());
    return file().project().orElseThrow();
  }

  /** The project without a look at its data, for what only reads results. */
  Project readAlone() {
    refuse(file().problems());
    return file().project().orElseThrow();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new UserException(
          ErrorCode.PROJECT_INVALID,
          String.join("\n", problems.stream().map(Problem::toString).toList()));
    }
  }

  private ProjectFile file() {
    Path file = files.projectFile();
    return ProjectReader.read(file.getFileName().toString(), bytes(file));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
