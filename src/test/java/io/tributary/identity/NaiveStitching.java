package io.tributary.identity;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of stitching as they are written, with sets and no thought of time. */
final class NaiveStitching {
  private final GuardRails rails;
  private final List<CorrectionEntry> corrections;
  private final Map<Identifier, Long> firstSeen = new HashMap<>();
  private final Map<Identifier, Set<Identifier>> profiles = new HashMap<>();
  private final List<String> quarantine = new ArrayList<>();

  private NaiveStitching(GuardRails rails, List<CorrectionEntry> corrections) {
    this.rails = rails;
    this.corrections = corrections;
  }

  static Stitched stitch(
      Collection<Happening> events, GuardRails rails, List<CorrectionEntry> corrections) {
    return new NaiveStitching(rails, corrections).stitch(events);
  }

  private Stitched stitch(Collection<Happening> events) {
    for (Happening event : events) {
      for (Identifier identifier : event.identifiers()) {
        firstSeen.merge(identifier, event.time(), Math::min);
        profiles.computeIfAbsent(identifier, alone -> new HashSet<>(Set.of(alone)));
      }
    }
    for (CorrectionEntry entry : corrections) {
      boolean seen = profiles.containsKey(entry.one()) && profiles.containsKey(entry.other());
      if (entry.verdict() == CorrectionEntry.Verdict.SAME && seen) {
        join(entry.one(), entry.other());
      }
    }
    events.stream().sorted(Happening.IN_ORDER).forEach(this::take);
    return outcome();
  }

  private void take(Happening event) {
    TreeSet<Identifier> ordered =
        new TreeSet<>(comparing((Identifier i) -> place(i)).thenComparing(Identifier::value));
    ordered.addAll(event.identifiers());
    for (Identifier next : ordered) {
      Identifier first = ordered.first();
      if (!profiles.get(first).contains(next)) {
        String refusal = refusal(first, next);
        if (refusal.isEmpty()) {
          join(first, next);
        } else {
          quarantine.add(event.id() + " " + next + " " + refusal);
        }
      }
    }
  }

  private String refusal(Identifier one, Identifier other) {
    Set<Identifier> joined = new HashSet<>(profiles.get(one));
    joined.addAll(profiles.get(other));
    for (CorrectionEntry entry : corrections) {
      if (entry.verdict() == CorrectionEntry.Verdict.DIFFERENT
          && joined.contains(entry.one())
          && joined.contains(entry.other())) {
        return "correction  0";
      }
    }
    for (IdentifierType type : rails.types()) {
      long count = count(joined, type);
      boolean grows =
          count > count(profiles.get(one), type) && count > count(profiles.get(other), type);
      if (grows && count > type.limit()) {
        return "limit " + type.name() + " " + type.limit();
      }
    }
    return joined.size() > rails.maxProfileSize()
        ? "max_profile_size  " + rails.maxProfileSize()
        : "";
  }

  private static long count(Set<Identifier> profile, IdentifierType type) {
    return profile.stream().filter(i -> i.type().equals(type.name())).count();
  }

  private void join(Identifier one, Identifier other) {
    Set<Identifier> joined = profiles.get(one);
    joined.addAll(profiles.get(other));
    joined.forEach(member -> profiles.put(member, joined));
  }

  private Stitched outcome() {
    TreeMap<String, String> named = new TreeMap<>();
    profiles.forEach(
        (identifier, profile) ->
            named.put(
                identifier.toString(), profile.stream().min(seniority()).orElseThrow().toString()));
    return new Stitched(named, quarantine.stream().sorted().toList());
  }

  private Comparator<Identifier> seniority() {
    return comparing((Identifier i) -> firstSeen.get(i))
        .thenComparing(this::place)
        .thenComparing(Identifier::value);
  }

  private int place(Identifier identifier) {
    return rails.types().stream().map(IdentifierType::name).toList().indexOf(identifier.type());
  }
}
