package io.tributary.attribution;

import io.tributary.config.Attribution;
import io.tributary.config.Ihc;
import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;

/** How the run of a message may use the service: the last plan that was read is kept. */
final class RunPlans {
  private final ObjectStore objects;
  private RunPlan last;

  RunPlans(ObjectStore objects) {
    this.objects = objects;
  }

  Ihc ihc(long run) {
    if (last == null || last.run() != run) {
      last = Json.read(objects.read(new RunFolder(run).plan()), RunPlan.class);
    }
    return last.project()
        .attribution()
        .map(Attribution::ihc)
        .orElseThrow(
            () ->
                new PermanentException(
                    ErrorCode.INTERNAL,
                    "The plan of run " + run + " has no attribution; start the run again."));
  }
}
