package io.tributary.run;

import io.tributary.config.Model;
import io.tributary.config.Project;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.OptionalInt;

/**
 * How many requests are under way at once: the event source sees to it, the project says it, and
 * the pace of a worker is reckoned from it, so the two must be one.
 *
 * @param deployed the event source's; empty where it takes the project's own
 */
record WorkerConcurrency(OptionalInt deployed) {
  /**
   * Compares it with the project's, if that calls the attribution service.
   *
   * @throws UserException if they differ
   */
  void check(Project project) {
    project
        .attribution()
        .filter(attribution -> attribution.models().contains(Model.IHC))
        .map(attribution -> attribution.ihc().maxConcurrency())
        .filter(wanted -> deployed.orElse(wanted) != wanted)
        .ifPresent(
            wanted -> {
              throw new UserException(
                  ErrorCode.PROJECT_INVALID,
                  "The project's attribution.ihc.max_concurrency is "
                      + wanted
                      + ", and the stack runs "
                      + deployed.getAsInt()
                      + " workers at once: deploy it with the parameter MaxConcurrency="
                      + wanted
                      + ", or write max_concurrency: "
                      + deployed.getAsInt()
                      + " into the project file.");
            });
  }
}
