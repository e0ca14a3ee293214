package io.tributary.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How two identifiers stand to each other, in the words of the data.
 *
 * @param chain the shortest chain of events between them; empty where there is none
 * @param corrections what an operator wrote about identifiers of the two components
 * @param rules whether the live run stitched by the rules that the project file has now
 */
public record Explained(
    Person one,
    Person other,
    Verdict verdict,
    List<Link> chain,
    List<CorrectionEntry> corrections,
    Rules rules) {
  public Explained {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(rules);
    chain = List.copyOf(chain);
    corrections = List.copyOf(corrections);
  }

  /** An identifier and the profile that it is in. */
  public record Person(Identifier identifier, String profileId) {}

  /** Why the two are one profile, or are not. */
  public enum Verdict {
    ONE_PROFILE,
    /** Events connect them, and guard rails keep them apart. */
    KEPT_APART,
    /** Nothing connects them. */
    TWO_PROFILES
  }

  /** Whether the rules are those by which the live run stitched. */
  public enum Rules {
    AS_STITCHED,
    CHANGED_SINCE
  }

  /**
   * One link of a chain.
   *
   * @param event the event that carries both; empty where an operator said that they are the same
   * @param leftOut who was left out of the event
   */
  public record Link(Identifier from, Identifier to, Optional<Event> event, List<LeftOut> leftOut) {
    public Link {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** An event by its source, id and time (UTC). */
  public record Event(String source, String id, String time) {}

  /**
   * An identifier that a guard rail left out of an event.
   *
   * @param reason such as {@code limit user_id 1}
   */
  public record LeftOut(Identifier identifier, String reason) {}
}
