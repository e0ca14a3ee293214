package io.tributary.local.cloud;

import io.tributary.config.FeatureFiles;
import io.tributary.objects.ObjectStore;
import io.tributary.run.PlanStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Brings a project folder's configuration to where a run reads it. */
public final class ProjectUpload {
  private ProjectUpload() {}

  /** Copies the project file and what lies beside it; what is in the folder no more goes. */
  public static void copy(ProjectFiles files, ObjectStore objects) {
    objects.put(PlanStep.PROJECT_FILE, bytes(files.projectFile()));
    if (Files.isRegularFile(files.corrections())) {
      objects.put(PlanStep.CORRECTIONS_FILE, bytes(files.corrections()));
    } else if (objects.get(PlanStep.CORRECTIONS_FILE).isPresent()) {
      objects.delete(PlanStep.CORRECTIONS_FILE);
    }
    Map<String, Path> features = files.features();
    features.forEach((name, file) -> objects.put(name, bytes(file)));
    objects.deleteAll(
        objects.list(FeatureFiles.FOLDER).stream()
            .filter(name -> !features.containsKey(name))
            .toList());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
