package io.tributary.identity;

import java.util.List;

/** Why two identifiers are one profile, or why they are not. */
public sealed interface Explanation {
  /** The shortest chain of shared events that makes them one profile. */
  record OneProfile(List<Step> chain) implements Explanation {
    public OneProfile {
      chain = List.copyOf(chain);
    }
  }

  /**
   * Events connect them, and guard rails keep them apart.
   *
   * @param chain the shortest chain of events that carry them, whoever was left out
   * @param refusals who was left out of which of the chain's events
   */
  record KeptApart(List<Step> chain, List<Quarantined> refusals) implements Explanation {
    public KeptApart {
      chain = List.copyOf(chain);
      refusals = List.copyOf(refusals);
    }
  }

  /** No chain of events connects them. */
  record TwoProfiles() implements Explanation {}

  /** One link of a chain. */
  record Step(int from, Link link, int to) {}

  /** What two identifiers share. */
  sealed interface Link {}

  /** An event that carries both. */
  record SharedEvent(int event) implements Link {}

  /** An operator's correction that both are the same person. */
  record SamePerson() implements Link {}
}
