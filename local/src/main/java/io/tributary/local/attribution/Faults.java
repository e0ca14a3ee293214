package io.tributary.local.attribution;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults that a stand-in service was told to show. Safe for use by several threads. */
public final class Faults {
  private final Queue<Fault> next = new ArrayDeque<>();
  private final Map<String, Fault> byConversion = new HashMap<>();

  /** The next so many calls fail so, after those that were asked for before. */
  public synchronized void next(int calls, Fault fault) {
    next.addAll(Collections.nCopies(calls, fault));
  }

  /** Every call that carries the conversion fails so, until {@link #clear}. */
  public synchronized void forConversion(String conversion, Fault fault) {
    byConversion.put(conversion, fault);
  }

  /** From now on nothing fails. */
  public synchronized void clear() {
    next.clear();
    byConversion.clear();
  }

  /** A fault and the conversion that is to blame, where one is. */
  record Due(Fault fault, Optional<String> conversion) {}

  synchronized Optional<Due> due(Collection<String> conversions) {
    Fault first = next.poll();
    if (first != null) {
      return Optional.of(new Due(first, Optional.empty()));
    }
    return conversions.stream()
        .filter(byConversion::containsKey)
        .findFirst()
        .map(conversion -> new Due(byConversion.get(conversion), Optional.of(conversion)));
  }
}
