package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.attribution.Packing;
import io.tributary.attribution.RequestLimits;
import io.tributary.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Packs 100 thousand journeys of several shapes: requests beyond the fewest possible, and time. */
final class PackingMeasurement {
  private static final int JOURNEYS = 100_000;
  private static final int ROUNDS = 9;
  private static final int MOST_PARTS = 20;
  private static final RequestLimits LIMITS = new RequestLimits(100, 200);

  private PackingMeasurement() {}

  static ArrayNode measure() {
    var random = new SplittableRandom(7);
    var sizes = new JourneySizes(random);
    ArrayNode results = Json.MAPPER.createArrayNode();
    results.add(shape("as in the bench's shop", draw(sizes::next)));
    results.add(shape("1 to 3 sessions, each as likely", draw(() -> 1 + random.nextInt(3))));
    results.add(shape("1 to 40 sessions, each as likely", draw(() -> 1 + random.nextInt(40))));
    results.add(shape("1 or 101 sessions by halves", draw(() -> random.nextInt(2) * 100 + 1)));
    results.add(shape("67 sessions each", draw(() -> 67)));
    return results;
  }

  private static int[] draw(IntSupplier size) {
    int[] sizes = new int[JOURNEYS];
    Arrays.setAll(sizes, position -> size.getAsInt());
    return sizes;
  }

  private static ObjectNode shape(String name, int[] sizes) {
    List<int[]> partitions = partitions(sizes);
    double[] seconds = new double[ROUNDS];
    int requests = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Stopwatch watch = Stopwatch.started();
      requests = partitions.stream().mapToInt(part -> new Packing(LIMITS).pack(part).size()).sum();
      seconds[round] = watch.seconds();
    }
    Arrays.sort(seconds);
    return Json.MAPPER
        .createObjectNode()
        .put("shape", name)
        .put("sessions", sessions(sizes))
        .put("partitions", partitions.size())
        .put("bound", bound(sizes))
        .put("requests", requests)
        .put("requests_of_one_partition", new Packing(LIMITS).pack(sizes).size())
        .put("seconds", seconds[ROUNDS / 2]);
  }

  /** As the pipeline deals them out: by a hash of the conversion. */
  private static List<int[]> partitions(int[] sizes) {
    int count = LIMITS.partitions(sizes.length, sessions(sizes));
    var bucket = new SplittableRandom(11);
    List<List<Integer>> dealt = new ArrayList<>();
    for (int partition = 0; partition < count; partition++) {
      dealt.add(new ArrayList<>());
    }
    for (int size : sizes) {
      dealt.get(bucket.nextInt(count)).add(size);
    }
    return dealt.stream().map(part -> part.stream().mapToInt(Integer::intValue).toArray()).toList();
  }

  /**
   * No packing has fewer requests: of journeys with more sessions than a k-th part of the limit, a
   * request holds fewer than k.
   */
  private static int bound(int[] sizes) {
    int bound = LIMITS.fewestRequests(sizes.length, sessions(sizes));
    for (int part = 2; part <= MOST_PARTS; part++) {
      int least = LIMITS.sessions() / part;
      long longer = Arrays.stream(sizes).filter(size -> size > least).count();
      bound = Math.max(bound, (int) ((longer + part - 2) / (part - 1)));
    }
    return bound;
  }

  private static long sessions(int[] sizes) {
    return Arrays.stream(sizes).asLongStream().sum();
  }
}
