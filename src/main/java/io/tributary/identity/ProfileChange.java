package io.tributary.identity;

/**
 * A profile id that is no more, or no longer stands for all it stood for.
 *
 * @param from the number that stood for the profile before
 * @param into the number of the identifier that gives the new profile its id
 * @param event the event that caused it, 0 where changed rules did
 */
public record ProfileChange(Kind kind, int from, int into, int event) {
  /** What became of the identifiers that were the profile. */
  public enum Kind {
    /** All are in a profile with another one's, under another id. */
    MERGE("merge"),
    /** Some or all are in another profile, and not all in the same. */
    SPLIT("split"),
    /** All are together and an earlier identifier of their own gives them their id. */
    RENAME("rename");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The kind as {@code identity_merges} names it. */
    public String label() {
      return label;
    }
  }

  /** Writes a row {@code kind,from,into,event}. */
  public void write(NumberParts parts) {
    parts.word(kind.label()).number(from).number(into).number(event).endRow();
  }
}
