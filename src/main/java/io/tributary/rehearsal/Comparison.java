package io.tributary.rehearsal;

import java.util.List;

/**
 * How what a run calculated differs from what is live; kept as an object with the run.
 *
 * @param live the run that was live; 0 where none was
 * @param changes profile ids that are no more as they were
 * @param largest the largest profiles of the run, the largest first
 * @param moves where most identifiers change their profile, the most first
 * @param attributes by attribute, those that differ most first; empty where there are none
 */
public record Comparison(
    long run,
    long live,
    Size before,
    Size now,
    Changes changes,
    List<LargeProfile> largest,
    List<Move> moves,
    List<AttributeDifference> attributes) {
  public Comparison {
    largest = List.copyOf(largest);
    moves = List.copyOf(moves);
    attributes = List.copyOf(attributes);
  }

  /** How much there is. */
  public record Size(long profiles, long identifiers) {}

  /** What became of profile ids. */
  public record Changes(long merges, long splits, long renames) {}

  /**
   * A profile.
   *
   * @param namedBy the identifier that its id comes from
   * @param before identifiers under the same id in what is live
   * @param profilesBefore from how many live profiles its identifiers come
   */
  public record LargeProfile(
      String profileId, String namedBy, long identifiers, long before, long profilesBefore) {}

  /** Identifiers that leave one profile for another, each with the identifier that names it. */
  public record Move(
      String from, String fromNamedBy, String into, String intoNamedBy, long identifiers) {}

  /**
   * An attribute.
   *
   * @param profiles profiles that have a value, live or in the run
   * @param profilesThatDiffer those whose values are not the same in both
   */
  public record AttributeDifference(
      String attributeId,
      long valuesBefore,
      long valuesNow,
      long profiles,
      long profilesThatDiffer) {}
}
