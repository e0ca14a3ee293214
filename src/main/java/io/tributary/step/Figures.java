package io.tributary.step;

import java.util.EnumMap;
import java.util.Map;

/** The figures of one call, as its step counts them. Safe for use by several threads. */
public final class Figures {
  private final Map<Figure, Long> counts = new EnumMap<>(Figure.class);

  /** Adds to a figure; a figure of 0 is kept too. */
  public synchronized void add(Figure figure, long count) {
    counts.merge(figure, count, Long::sum);
  }

  /** What was counted, a copy; a figure that the step does not have is absent. */
  public synchronized Map<Figure, Long> counts() {
    return Map.copyOf(counts);
  }
}
