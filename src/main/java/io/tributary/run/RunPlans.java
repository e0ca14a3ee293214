package io.tributary.run;

import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of runs, read once each. Safe for use by several threads. */
public final class RunPlans {
  private final ObjectStore objects;
  private final Map<Long, RunPlan> plans = new ConcurrentHashMap<>();

  public RunPlans(ObjectStore objects) {
    this.objects = objects;
  }

  /** The plan of the run, as its planning fixed it. */
  public RunPlan of(long run) {
    return plans.computeIfAbsent(
        run, number -> Json.read(objects.read(new RunFolder(number).plan()), RunPlan.class));
  }

  /** Keeps the plan for the later steps. */
  public void keep(RunPlan plan) {
    objects.put(new RunFolder(plan.run()).plan(), Json.bytes(plan));
  }
}
