package io.tributary.identity;

/**
 * What kept an identifier out of a profile.
 *
 * @param type the place of the type whose limit it is, 0 for other reasons
 * @param limit the limit that the joined profile would have broken, 0 for a correction
 */
public record GuardRail(Reason reason, int type, int limit) {
  static final GuardRail CORRECTION = new GuardRail(Reason.CORRECTION, 0, 0);

  static GuardRail typeLimit(int type, int limit) {
    return new GuardRail(Reason.LIMIT, type, limit);
  }

  static GuardRail maxProfileSize(int limit) {
    return new GuardRail(Reason.MAX_PROFILE_SIZE, 0, limit);
  }

  /** The reason as {@code identity_quarantine} names it. */
  public enum Reason {
    LIMIT("limit"),
    MAX_PROFILE_SIZE("max_profile_size"),
    CORRECTION("correction");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
