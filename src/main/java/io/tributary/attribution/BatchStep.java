package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.RunPlans;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs the journeys of one partition into requests and keeps each request's body as an object. The
 * same journeys give the same requests whatever order they were unloaded in.
 */
public final class BatchStep implements Step<BatchStep.Input, BatchStep.Output> {
  /** What a state's payload of 256 KiB and a Map's history hold with room to spare. */
  static final int MOST_REQUESTS = 1000;

  private final ObjectStore objects;
  private final RunPlans plans;
  private final Lease lease;

  public BatchStep(ObjectStore objects, RunPlans plans, Lease lease) {
    this.objects = objects;
    this.plans = plans;
    this.lease = lease;
  }

  /** Which partition of the run's unloaded journeys to pack. */
  public record Input(long run, int bucket) {}

  /** The partition's requests, in order of their ids. */
  public record Output(List<Request> requests) {
    public Output {
      requests = List.copyOf(requests);
    }
  }

  /**
   * A request that waits to be sent.
   *
   * @param request its id within the run, such as {@code 3-017}
   * @param body the key of its body's object
   */
  public record Request(String request, String body, int journeys, int sessions) {}

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Output run(Input input, Invocation invocation) {
    RunFolder folder = new RunFolder(input.run());
    RunPlan plan = plans.of(input.run());
    lease.check(plan.execution());
    RequestLimits limits = RequestLimits.of(plan.attribution().ihc());
    List<Journey> journeys =
        new JourneyReader(objects).read(folder.journeys() + "bucket=" + input.bucket() + "/");
    List<int[]> packed = pack(journeys, limits, input.bucket());
    List<Request> requests = new ArrayList<>(packed.size());
    for (int[] positions : packed) {
      String id = String.format("%d-%03d", input.bucket(), requests.size());
      List<Journey> chosen = Arrays.stream(positions).mapToObj(journeys::get).toList();
      objects.put(folder.request(id), Json.bytes(new RequestBody(chosen)));
      requests.add(new Request(id, folder.request(id), chosen.size(), Journey.sessionsOf(chosen)));
    }
    return new Output(requests);
  }

  private static List<int[]> pack(List<Journey> journeys, RequestLimits limits, int bucket) {
    int[] sizes = journeys.stream().mapToInt(journey -> journey.sessions().size()).toArray();
    List<int[]> packed = new Packing(limits).pack(sizes);
    if (packed.size() > MOST_REQUESTS) {
      throw new PermanentException(
          ErrorCode.INTERNAL,
          "Partition "
              + bucket
              + " makes "
              + packed.size()
              + " requests and may make "
              + MOST_REQUESTS
              + "; unload the journeys into more partitions.");
    }
    return packed;
  }
}
