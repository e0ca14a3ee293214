package io.tributary.identity;

import java.util.BitSet;

/**
 * The components that would break a guard rail as one profile.
 *
 * <p>Only they need the ordered pass. A profile of the pass is part of one component, so it holds
 * no more identifiers of any type than the component, nor a pair that the component does not hold.
 * Within a component that breaks nothing no join is refused, and the pass ends in the component.
 */
final class BreakingComponents {
  private BreakingComponents() {}

  /** The first numbers of the components that break a limit or hold two different persons. */
  static BitSet find(Identifiers identifiers, GuardRails rails, Corrections corrections) {
    BitSet breaking = new BitSet();
    Components components = identifiers.components();
    for (int type = 1; type <= rails.types().size(); type++) {
      if (rails.type(type).limited()) {
        addLarger(rails.type(type).limit(), type, identifiers, breaking);
      }
    }
    if (rails.sizeLimited()) {
      addLarger(rails.maxProfileSize(), 0, identifiers, breaking);
    }
    for (Corrections.Pair pair : corrections.different()) {
      int component = components.first(pair.one());
      if (component == components.first(pair.other())) {
        breaking.set(component);
      }
    }
    return breaking;
  }

  /** Type by type, so that one array of counts serves all. */
  private static void addLarger(int limit, int type, Identifiers identifiers, BitSet larger) {
    int[] counts = new int[identifiers.count() + 1];
    for (int identifier = 1; identifier <= identifiers.count(); identifier++) {
      if (type == 0 || identifiers.type(identifier) == type) {
        int component = identifiers.components().first(identifier);
        if (++counts[component] > limit) {
          larger.set(component);
        }
      }
    }
  }
}
