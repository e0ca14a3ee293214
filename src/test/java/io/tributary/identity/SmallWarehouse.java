package io.tributary.identity;

import static java.util.Comparator.comparing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What SQL does around the core, in maps: it keeps the dictionary, the events' identifiers and the
 * quarantine, numbers what a stitching touches, and passes rows to and fro as CSV.
 */
final class SmallWarehouse {
  private GuardRails rails;
  private List<CorrectionEntry> corrections = List.of();
  private final List<Happening> events = new ArrayList<>();
  private final Map<Identifier, Long> firstSeen = new HashMap<>();
  private final Map<Identifier, Identifier> components = new HashMap<>();
  private final Map<Identifier, Identifier> profiles = new HashMap<>();
  private final Set<String> quarantine = new TreeSet<>();
  private List<String> changes = List.of();

  SmallWarehouse(GuardRails rails) {
    this.rails = rails;
  }

  /** Stitches new events only, and what they touch. */
  void increment(Collection<Happening> added) {
    events.addAll(added);
    Set<Identifier> seen = new HashSet<>();
    for (Happening event : added) {
      event.identifiers().forEach(i -> firstSeen.merge(i, event.time(), Math::min));
      seen.addAll(event.identifiers());
    }
    for (CorrectionEntry entry : corrections) {
      if (seen.contains(entry.one()) || seen.contains(entry.other())) {
        seen.addAll(List.of(entry.one(), entry.other()));
      }
    }
    seen.retainAll(firstSeen.keySet());
    stitch(withTheirComponents(seen), Reach.NEW_EVENTS, new HashSet<>(added));
  }

  /** Stitches the components of all entries that changed from their events. */
  void correct(List<CorrectionEntry> entries) {
    Set<CorrectionEntry> changed = new HashSet<>(corrections);
    changed.addAll(entries);
    changed.removeIf(entry -> corrections.contains(entry) && entries.contains(entry));
    corrections = List.copyOf(entries);
    Set<Identifier> named = new HashSet<>();
    changed.forEach(entry -> named.addAll(List.of(entry.one(), entry.other())));
    named.retainAll(firstSeen.keySet());
    stitch(withTheirComponents(named), Reach.ALL_EVENTS, Set.of());
  }

  /** Stitches everything anew, by other rules. */
  void rebuild(GuardRails others) {
    rails = others;
    stitch(firstSeen.keySet(), Reach.ALL_EVENTS, Set.of());
  }

  Stitched stitched() {
    TreeMap<String, String> named = new TreeMap<>();
    profiles.forEach((identifier, first) -> named.put(identifier.toString(), first.toString()));
    return new Stitched(named, List.copyOf(quarantine));
  }

  /** What the last stitching changed: kind, profile before, profile now, event. */
  List<String> changes() {
    return changes;
  }

  Explanation explain(String one, String other) {
    Numbering numbering = numbering(one, other);
    Identifiers identifiers = numbering.identifiers(Map.of());
    List<Happening> inOrder =
        eventsOf(numbering.numbers.keySet()).stream().sorted(Happening.IN_ORDER).toList();
    OrderedEvents ordered = new OrderedEvents(identifiers, inOrder.size());
    ordered.read(rows(numbering.ordered(inOrder, Set.of())));
    return new Explaining(identifiers, rails, numbering.corrections(identifiers), ordered)
        .explain(
            numbering.numbers.get(Happening.identifier(one)),
            numbering.numbers.get(Happening.identifier(other)));
  }

  /** The identifier that has the number in an explanation of the two. */
  String named(String one, String other, int number) {
    return numbering(one, other).inOrder.get(number - 1).toString();
  }

  private Numbering numbering(String one, String other) {
    List<Identifier> both = List.of(Happening.identifier(one), Happening.identifier(other));
    return new Numbering(withTheirComponents(new HashSet<>(both)));
  }

  private enum Reach {
    NEW_EVENTS,
    ALL_EVENTS
  }

  private void stitch(Set<Identifier> touched, Reach reach, Set<Happening> fresh) {
    boolean anew = reach == Reach.ALL_EVENTS;
    Numbering all = new Numbering(touched);
    Identifiers identifiers = all.identifiers(anew ? Map.of() : components);
    Linking linking = new Linking(identifiers, rails, all.corrections(identifiers));
    List<Happening> linked = anew ? eventsOf(touched) : List.copyOf(fresh);
    linking.add(rows(all.links(linked.subList(linked.size() / 2, linked.size()))));
    linking.add(rows(all.links(linked.subList(0, linked.size() / 2))));
    Map<Identifier, Identifier> now = new HashMap<>();
    Set<Identifier> pending = new HashSet<>();
    Set<Identifier> changed = new HashSet<>();
    for (int[] label : all.labels(linking.finish())) {
      Identifier identifier = all.inOrder.get(label[0] - 1);
      components.put(identifier, all.inOrder.get(label[1] - 1));
      if (label[2] == Labels.PENDING) {
        pending.add(identifier);
      } else {
        now.put(identifier, all.inOrder.get(label[2] - 1));
        Identifier before = profiles.getOrDefault(identifier, now.get(identifier));
        changed.addAll(before.equals(now.get(identifier)) ? Set.of() : Set.of(identifier));
      }
    }
    changed.addAll(pending);
    Set<Identifier> replayed = withTheirComponents(withTheirProfiles(changed));
    now.keySet().removeAll(replayed);
    profiles.putAll(now);
    quarantine.removeIf(row -> touched.contains(Happening.identifier(row.split(" ")[1])));
    Predicate<Happening> needed =
        event -> anew || fresh.contains(event) || pending.containsAll(event.identifiers());
    replay(replayed, needed, fresh);
  }

  private void replay(Set<Identifier> replayed, Predicate<Happening> needed, Set<Happening> fresh) {
    Numbering some = new Numbering(replayed);
    Identifiers identifiers = some.identifiers(components);
    List<Happening> inOrder =
        eventsOf(replayed).stream().filter(needed).sorted(Happening.IN_ORDER).toList();
    OrderedEvents ordered = new OrderedEvents(identifiers, inOrder.size());
    ordered.read(rows(some.ordered(inOrder, fresh)));
    Text left = new Text();
    Replay.Result result =
        new Replay(identifiers, rails, some.corrections(identifiers))
            .run(ordered, quarantined -> quarantined.write(left.parts));
    for (String[] row : left.rows()) {
      String type = row[3].equals("0") ? "" : rails.type(Integer.parseInt(row[3])).name();
      quarantine.add(
          inOrder.get(Integer.parseInt(row[1]) - 1).id()
              + (" " + some.inOrder.get(Integer.parseInt(row[0]) - 1))
              + (" " + row[2] + " " + type + " " + row[4]));
    }
    for (int[] label : some.labels(result.labels())) {
      profiles.put(some.inOrder.get(label[0] - 1), some.inOrder.get(label[2] - 1));
    }
    changes = result.changes().stream().map(c -> some.said(c, inOrder)).toList();
  }

  private Set<Identifier> withTheirComponents(Set<Identifier> some) {
    Set<Identifier> touched = new HashSet<>();
    some.stream().map(components::get).forEach(touched::add);
    Set<Identifier> all = new HashSet<>(some);
    components.forEach(
        (i, component) -> all.addAll(touched.contains(component) ? Set.of(i) : Set.of()));
    return all;
  }

  /** As the profiles were before: a part that fell off keeps its id, and the other is a split. */
  private Set<Identifier> withTheirProfiles(Set<Identifier> some) {
    Set<Identifier> all = new HashSet<>(some);
    Set<Identifier> theirs = new HashSet<>();
    some.stream().map(profiles::get).filter(Objects::nonNull).forEach(theirs::add);
    profiles.forEach((i, profile) -> all.addAll(theirs.contains(profile) ? Set.of(i) : Set.of()));
    return all;
  }

  private List<Happening> eventsOf(Set<Identifier> some) {
    return events.stream()
        .filter(event -> event.identifiers().stream().anyMatch(some::contains))
        .toList();
  }

  private static NumberRows rows(String csv) {
    return NumberRows.open(
        "rows", new ByteArrayInputStream(csv.getBytes(StandardCharsets.US_ASCII)));
  }

  /** CSV that the core writes. */
  private static final class Text {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final NumberParts parts = new NumberParts(40, (part, number) -> bytes.writeBytes(part));

    List<String[]> rows() {
      parts.finish();
      return bytes.toString(StandardCharsets.US_ASCII).lines().map(row -> row.split(",")).toList();
    }
  }

  /** The numbers of one stitching: in the order in which the identifiers were first seen. */
  private final class Numbering {
    private final List<Identifier> inOrder;
    private final Map<Identifier, Integer> numbers = new HashMap<>();

    Numbering(Set<Identifier> some) {
      inOrder =
          some.stream()
              .sorted(
                  comparing((Identifier i) -> firstSeen.get(i))
                      .thenComparing(this::type)
                      .thenComparing(Identifier::value))
              .toList();
      inOrder.forEach(identifier -> numbers.put(identifier, numbers.size() + 1));
    }

    Identifiers identifiers(Map<Identifier, Identifier> before) {
      StringBuilder csv = new StringBuilder();
      for (Identifier identifier : inOrder) {
        int component = numbers.getOrDefault(before.get(identifier), 0);
        int profile = numbers.getOrDefault(profiles.get(identifier), 0);
        csv.insert(
            0,
            "%d,%d,%d,%d\n"
                .formatted(numbers.get(identifier), type(identifier), component, profile));
      }
      Identifiers identifiers = new Identifiers(inOrder.size(), rails);
      identifiers.read(rows(csv.toString()));
      return identifiers;
    }

    Corrections corrections(Identifiers identifiers) {
      StringBuilder csv = new StringBuilder();
      for (CorrectionEntry entry : corrections) {
        if (numbers.containsKey(entry.one()) && numbers.containsKey(entry.other())) {
          csv.append(entry.verdict().ordinal() + 1).append(',');
          csv.append(numbers.get(entry.one())).append(',').append(numbers.get(entry.other()));
          csv.append('\n');
        }
      }
      return Corrections.read(rows(csv.toString()), identifiers);
    }

    String links(List<Happening> some) {
      StringBuilder csv = new StringBuilder();
      some.forEach(event -> csv.append(joined(event)).append('\n'));
      return csv.toString();
    }

    String ordered(List<Happening> some, Set<Happening> fresh) {
      StringBuilder csv = new StringBuilder();
      for (int place = some.size(); place > 0; place--) {
        Happening event = some.get(place - 1);
        csv.append(place).append(fresh.contains(event) ? ",1," : ",0,").append(joined(event));
        csv.append('\n');
      }
      return csv.toString();
    }

    List<int[]> labels(Labels labels) {
      Text text = new Text();
      labels.write(text.parts);
      return text.rows().stream()
          .map(row -> List.of(row).stream().mapToInt(Integer::parseInt).toArray())
          .toList();
    }

    String said(ProfileChange change, List<Happening> some) {
      String event = change.event() == 0 ? "" : " by " + some.get(change.event() - 1).id();
      return change.kind().label()
          + (" " + inOrder.get(change.from() - 1) + " into " + inOrder.get(change.into() - 1))
          + event;
    }

    private String joined(Happening event) {
      return String.join(
          ",",
          event.identifiers().stream()
              .distinct()
              .sorted(comparing(this::type).thenComparing(Identifier::value))
              .map(i -> numbers.get(i).toString())
              .toList());
    }

    private int type(Identifier identifier) {
      List<String> names = rails.types().stream().map(IdentifierType::name).toList();
      return names.indexOf(identifier.type()) + 1;
    }
  }
}
