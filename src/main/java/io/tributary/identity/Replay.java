package io.tributary.identity;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * The second step of stitching, over the components that break a guard rail and those in which a
 * profile changed. The first need all of their events; of the others the events that the last
 * stitching did not have say what caused the change.
 */
public final class Replay {
  private final Identifiers identifiers;
  private final GuardRails rails;
  private final Corrections corrections;

  /**
   * @param identifiers all of the components that were in one of their profiles before, with the
   *     components of the {@link Linking} and those profiles
   */
  public Replay(Identifiers identifiers, GuardRails rails, Corrections corrections) {
    this.identifiers = identifiers;
    this.rails = rails;
    this.corrections = corrections;
  }

  /** The profiles now, and which of those before are no more as they were. */
  public record Result(Labels labels, List<ProfileChange> changes) {}

  /**
   * Takes the events in their order.
   *
   * @param quarantine takes what is left out of an event, in order of event, then of priority
   */
  public Result run(OrderedEvents events, Consumer<Quarantined> quarantine) {
    identifiers.complete();
    Components components = identifiers.components();
    components.flatten();
    BitSet breaking = BreakingComponents.find(identifiers, rails, corrections);
    GuardedProfiles profiles = new GuardedProfiles(identifiers, rails, corrections);
    Causes causes = new Causes(identifiers, corrections);
    new OrderedPass(profiles, causes, quarantine).run(events);
    Labels labels =
        new Labels(
            components,
            identifier -> {
              int component = components.first(identifier);
              return breaking.get(component) ? profiles.first(identifier) : component;
            });
    return new Result(labels, new ProfileChanges(identifiers, labels, causes).list());
  }
}
