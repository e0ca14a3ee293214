package io.tributary.local.cloud;

import io.tributary.run.PlanStep;
import java.nio.file.Path;

/** Where things lie in a project folder. What a local run keeps is below {@code .tributary}. */
public record ProjectFiles(Path folder) {
  public Path projectFile() {
    return folder.resolve("tributary.yaml");
  }

  /** The operator's corrections of identities, where there are any. */
  public Path corrections() {
    return folder.resolve(PlanStep.CORRECTIONS_FILE);
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
