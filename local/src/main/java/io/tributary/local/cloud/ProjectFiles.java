package io.tributary.local.cloud;

import io.tributary.config.FeatureFiles;
import io.tributary.run.PlanStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where things lie in a project folder. What a local run keeps is below {@code .tributary}. */
public record ProjectFiles(Path folder) {
  public Path projectFile() {
    return folder.resolve("tributary.yaml");
  }

  /** The operator's corrections of identities, where there are any. */
  public Path corrections() {
    return folder.resolve(PlanStep.CORRECTIONS_FILE);
  }

  /** The definition files of features, by their names from the folder on, in order. */
  public Map<String, Path> features() {
    Path features = folder.resolve(FeatureFiles.FOLDER);
    Map<String, Path> found = new TreeMap<>();
    if (Files.isDirectory(features)) {
      try (Stream<Path> files = Files.list(features)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> FeatureFiles.isOne(FeatureFiles.FOLDER + file.getFileName()))
            .forEach(file -> found.put(FeatureFiles.FOLDER + file.getFileName(), file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path state() {
    return folder.resolve(".tributary");
  }

  public Path warehouse() {
    return state().resolve("warehouse.duckdb");
  }

  public Path objects() {
    return state().resolve("objects");
  }

  public Path executions() {
    return state().resolve("executions");
  }
}
