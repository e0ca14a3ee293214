package io.tributary.identity;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The guarded pass over events in their order. An event's first identifier opens its set; each next
 * one brings its profile into that of the first unless a guard rail refuses, and is then left out
 * of this event and keeps the profile it has.
 */
final class OrderedPass {
  private final GuardedProfiles profiles;
  private final Causes causes;
  private final Consumer<Quarantined> quarantine;

  OrderedPass(GuardedProfiles profiles, Causes causes, Consumer<Quarantined> quarantine) {
    this.profiles = profiles;
    this.causes = causes;
    this.quarantine = quarantine;
  }

  void run(OrderedEvents events) {
    events.rewind();
    while (events.next()) {
      for (int position = 0; position < events.size(); position++) {
        causes.carried(events.identifier(position), events);
        bring(events.identifier(position), events);
      }
    }
  }

  private void bring(int identifier, OrderedEvents events) {
    int set = profiles.first(events.identifier(0));
    int other = profiles.first(identifier);
    if (set == other) {
      return;
    }
    Optional<GuardRail> refusal = profiles.refusal(set, other);
    if (refusal.isPresent()) {
      quarantine.accept(new Quarantined(identifier, events.event(), refusal.get()));
    } else {
      profiles.join(set, other);
      causes.joined(set, other, events);
    }
  }
}
