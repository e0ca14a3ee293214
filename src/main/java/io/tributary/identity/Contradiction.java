package io.tributary.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An entry that calls two identifiers different persons which other entries make the same.
 *
 * @param same the fewest entries that make them the same, in the order in which they do
 */
public record Contradiction(CorrectionEntry different, List<CorrectionEntry> same) {
  public Contradiction {
    same = List.copyOf(same);
  }

  /** The contradictions among the entries, in the order of those that say different. */
  public static List<Contradiction> among(List<CorrectionEntry> entries) {
    Map<Identifier, Integer> numbers = new HashMap<>();
    for (CorrectionEntry entry : entries) {
      numbers.putIfAbsent(entry.one(), numbers.size() + 1);
      numbers.putIfAbsent(entry.other(), numbers.size() + 1);
    }
    EventGraph same = graph(entries, numbers);
    List<Contradiction> found = new ArrayList<>();
    for (CorrectionEntry entry : entries) {
      int one = numbers.get(entry.one());
      int other = numbers.get(entry.other());
      if (entry.verdict() == CorrectionEntry.Verdict.DIFFERENT) {
        var way = same.shortestWay(one, other, numbers.size());
        if (one == other || !way.isEmpty()) {
          var chain = way.stream().map(hop -> entries.get(hop.event() - 1)).toList();
          found.add(new Contradiction(entry, chain));
        }
      }
    }
    return found;
  }

  /** What is wrong, with the lines and the mend, and without the identifiers' values. */
  public String message() {
    if (same.isEmpty()) {
      return "Line %d calls an identifier another person than itself; take it out."
          .formatted(different.line());
    }
    String lines =
        same.stream().map(entry -> "line " + entry.line()).collect(Collectors.joining(", "));
    return "Line %d calls two identifiers different persons that %s %s the same; take one out."
        .formatted(different.line(), lines, same.size() == 1 ? "makes" : "make");
  }

  /** Entries stand for events, by their place in the file. */
  private static EventGraph graph(List<CorrectionEntry> entries, Map<Identifier, Integer> numbers) {
    LongStream.Builder pairs = LongStream.builder();
    for (int place = 0; place < entries.size(); place++) {
      CorrectionEntry entry = entries.get(place);
      if (entry.verdict() == CorrectionEntry.Verdict.SAME) {
        pairs.add(EventGraph.pair(place + 1, numbers.get(entry.one())));
        pairs.add(EventGraph.pair(place + 1, numbers.get(entry.other())));
      }
    }
    return new EventGraph(pairs.build());
  }
}
