package io.tributary.identity;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Which component and which profile each identifier is in, each by its smallest number. */
public final class Labels {
  /** The profile of an identifier whose component waits for the ordered pass. */
  public static final int PENDING = 0;

  private final Components components;
  private final IntUnaryOperator profile;

  Labels(Components components, IntUnaryOperator profile) {
    this.components = components;
    this.profile = profile;
  }

  public int component(int identifier) {
    return components.first(identifier);
  }

  /** The number of the profile's identifier that was seen first, or {@link #PENDING}. */
  public int profile(int identifier) {
    return profile.applyAsInt(identifier);
  }

  /** How many identifiers wait for the ordered pass. */
  public int pending() {
    return (int)
        IntStream.rangeClosed(1, components.count())
            .filter(identifier -> profile(identifier) == PENDING)
            .count();
  }

  /** Whether an identifier that was in a profile before is in another one now. */
  boolean changesProfiles(Identifiers identifiers) {
    return IntStream.rangeClosed(1, components.count())
        .anyMatch(
            identifier ->
                identifiers.profileBefore(identifier) != 0
                    && identifiers.profileBefore(identifier) != profile(identifier));
  }

  /**
   * Writes rows {@code identifier,component,profile} in order of identifier.
   *
   * @return how many identifiers wait for the ordered pass
   */
  public int write(NumberParts parts) {
    int pending = 0;
    for (int identifier = 1; identifier <= components.count(); identifier++) {
      int profile = profile(identifier);
      pending += profile == PENDING ? 1 : 0;
      parts.number(identifier).number(component(identifier)).number(profile).endRow();
    }
    parts.finish();
    return pending;
  }
}
