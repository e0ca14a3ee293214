package io.tributary.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Explains how two identifiers stand to each other, from all events of their components. It goes
 * through the same ordered pass, so it needs nothing that a run kept about its refusals.
 */
public final class Explaining {
  private final Identifiers identifiers;
  private final Corrections corrections;
  private final OrderedEvents events;
  private final Map<Long, Quarantined> refusals = new HashMap<>();
  private final GuardedProfiles profiles;
  private int lastEvent;

  /**
   * @param events all events of the two identifiers' components
   */
  public Explaining(
      Identifiers identifiers, GuardRails rails, Corrections corrections, OrderedEvents events) {
    identifiers.complete();
    this.identifiers = identifiers;
    this.corrections = corrections;
    this.events = events;
    profiles = new GuardedProfiles(identifiers, rails, corrections);
    new OrderedPass(profiles, new Causes(identifiers, corrections), this::keep).run(events);
  }

  public Explanation explain(int one, int other) {
    EventGraph all = graph();
    if (profiles.first(one) == profiles.first(other)) {
      EventGraph accepted = all.without(refusals::containsKey);
      return new Explanation.OneProfile(steps(accepted.shortestWay(one, other, count())));
    }
    List<EventGraph.Hop> way = all.shortestWay(one, other, count());
    return way.isEmpty()
        ? new Explanation.TwoProfiles()
        : new Explanation.KeptApart(steps(way), refusalsOn(way));
  }

  private int count() {
    return identifiers.count();
  }

  private void keep(Quarantined quarantined) {
    refusals.put(EventGraph.pair(quarantined.event(), quarantined.identifier()), quarantined);
  }

  /** A correction connects its two as an event does, with a number beyond all events'. */
  private EventGraph graph() {
    LongStream.Builder pairs = LongStream.builder();
    events.rewind();
    while (events.next()) {
      lastEvent = events.event();
      for (int position = 0; position < events.size(); position++) {
        pairs.add(EventGraph.pair(lastEvent, events.identifier(position)));
      }
    }
    int number = lastEvent;
    for (Corrections.Pair same : corrections.same()) {
      number++;
      pairs.add(EventGraph.pair(number, same.one())).add(EventGraph.pair(number, same.other()));
    }
    return new EventGraph(pairs.build());
  }

  private List<Explanation.Step> steps(List<EventGraph.Hop> way) {
    return way.stream()
        .map(hop -> new Explanation.Step(hop.from(), link(hop.event()), hop.to()))
        .toList();
  }

  private Explanation.Link link(int event) {
    return event > lastEvent ? new Explanation.SamePerson() : new Explanation.SharedEvent(event);
  }

  private List<Quarantined> refusalsOn(List<EventGraph.Hop> way) {
    return way.stream()
        .flatMap(hop -> Stream.of(refusal(hop, hop.from()), refusal(hop, hop.to())))
        .filter(Objects::nonNull)
        .toList();
  }

  private Quarantined refusal(EventGraph.Hop hop, int identifier) {
    return refusals.get(EventGraph.pair(hop.event(), identifier));
  }
}
