package io.tributary.attribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Fills requests with whole journeys, within the limits of journeys and of sessions, deterministic.
 *
 * <p>This is bin packing in two dimensions of which one is 1 for every journey. Journeys are dealt,
 * longest first, to as many requests as can at best suffice; where none has room, one is opened.
 * Each goes to the request with the fewest sessions beyond its journeys' first ones: that leaves
 * every request as much room for sessions as for journeys when the short ones come. Few long
 * journeys are packed tighter by first fit, so that is tried where the best number was missed, and
 * the fewest requests win.
 *
 * <p>No two requests could be one. While none is opened there are no more than the bound. When one
 * is opened for a journey of n sessions, every other is full of journeys, or has more sessions than
 * the limit less n and only journeys of n or more: any two together are beyond a limit from then
 * on.
 */
public final class Packing {
  private static final Comparator<OpenRequest> BY_EXCESS =
      Comparator.comparingInt(OpenRequest::excess)
          .thenComparingInt(OpenRequest::journeys)
          .thenComparingInt(OpenRequest::number);
  private static final Comparator<OpenRequest> FIRST_FIT =
      Comparator.comparingInt(OpenRequest::number);

  private final RequestLimits limits;

  public Packing(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * The requests, each as the positions of its journeys in the given array, ascending.
   *
   * @param sizes sessions of each journey, each at least 1 and at most the limit of sessions
   */
  public List<int[]> pack(int[] sizes) {
    long sessions = 0;
    for (int size : sizes) {
      if (size < 1 || size > limits.sessions()) {
        throw new IllegalArgumentException(
            "A journey of " + size + " sessions fits in no request of " + limits.sessions());
      }
      sessions += size;
    }
    int fewest = limits.fewestRequests(sizes.length, sessions);
    int[][] bySize = positionsBySize(sizes);
    List<OpenRequest> best = deal(bySize, fewest, BY_EXCESS);
    if (best.size() > fewest) {
      List<OpenRequest> other = deal(bySize, fewest, FIRST_FIT);
      best = other.size() < best.size() ? other : best;
    }
    return best.stream().map(OpenRequest::positions).toList();
  }

  private int[][] positionsBySize(int[] sizes) {
    int[] counts = new int[limits.sessions() + 1];
    for (int size : sizes) {
      counts[size]++;
    }
    int[][] positions = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int position = sizes.length - 1; position >= 0; position--) {
      positions[sizes[position]][--counts[sizes[position]]] = position;
    }
    return positions;
  }

  private List<OpenRequest> deal(int[][] bySize, int fewest, Comparator<OpenRequest> order) {
    List<OpenRequest> all = new ArrayList<>();
    PriorityQueue<OpenRequest> open = new PriorityQueue<>(order);
    while (all.size() < fewest) {
      open.add(opened(all));
    }
    for (int size = bySize.length - 1; size > 0; size--) {
      ArrayDeque<OpenRequest> tooFull = new ArrayDeque<>();
      for (int position : bySize[size]) {
        while (!open.isEmpty() && !open.peek().fits(size)) {
          tooFull.add(open.poll());
        }
        OpenRequest request = open.isEmpty() ? opened(all) : open.poll();
        request.add(position, size);
        open.add(request);
      }
      open.addAll(tooFull);
    }
    return all;
  }

  private OpenRequest opened(List<OpenRequest> all) {
    OpenRequest request = new OpenRequest(limits, all.size());
    all.add(request);
    return request;
  }
}
