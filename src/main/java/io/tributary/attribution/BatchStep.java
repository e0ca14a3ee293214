package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.PermanentException;
import io.tributary.objects.ObjectStore;
import io.tributary.run.Lease;
import io.tributary.run.RunFolder;
import io.tributary.run.RunPlan;
import io.tributary.run.RunPlans;
import io.tributary.step.Invocation;
import io.tributary.step.Step;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs the journeys of one partition into requests and keeps their bodies as one object. The same
 * journeys give the same requests whatever order they were unloaded in.
 */
public final class BatchStep implements Step<BatchStep.Input, BatchStep.Output> {
  /** What a state's payload of 256 KiB and a Map's history hold with room to spare. */
  static final int MOST_REQUESTS = 1000;

  private final ObjectStore objects;
  private final RunPlans plans;
  private final Lease lease;
  private final StopMarker stops;

  public BatchStep(ObjectStore objects, RunPlans plans, Lease lease) {
    this.objects = objects;
    this.plans = plans;
    this.lease = lease;
    this.stops = new StopMarker(objects);
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
   * @param body the key of the object that holds its body
   * @param from the position of the body's first byte there
   * @param length the body's bytes
   */
  public record Request(
      String request, String body, long from, int length, int journeys, int sessions) {}

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
    List<List<JourneyLine>> journeys =
        new JourneyReader(objects).partition(folder.journeys() + "bucket=" + input.bucket() + "/");
    List<int[]> packed = pack(journeys, limits, input.bucket());
    return new Output(
        packed.isEmpty() ? List.of() : keep(folder, input.bucket(), journeys, packed));
  }

  /**
   * Whoever stops a run sets its marker and then takes away the bodies that are there. So bodies
   * that are written before a look finds no marker cannot outlive a stop.
   */
  private List<Request> keep(
      RunFolder folder, int bucket, List<List<JourneyLine>> journeys, List<int[]> packed) {
    String key = folder.bodies(bucket, packed.size());
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    List<Request> requests = new ArrayList<>(packed.size());
    for (int[] positions : packed) {
      int from = bodies.size();
      int sessions = 0;
      for (int position : positions) {
        journeys.get(position).forEach(line -> line.writeTo(bodies));
        sessions += journeys.get(position).size();
      }
      String id = String.format("%d-%03d", bucket, requests.size());
      int length = bodies.size() - from;
      requests.add(new Request(id, key, from, length, positions.length, sessions));
    }
    objects.put(key, bodies.toByteArray());
    stops
        .find(folder)
        .ifPresent(
            reason -> {
              throw reason;
            });
    return requests;
  }

  private static List<int[]> pack(
      List<List<JourneyLine>> journeys, RequestLimits limits, int bucket) {
    int[] sizes = journeys.stream().mapToInt(List::size).toArray();
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
