package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.CorrectionEntry.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which event is named as the cause of a change; the docs' examples say the plain cases. */
class ProfileChangesTest {
  private final SmallWarehouse warehouse = new SmallWarehouse(rails(1));

  @Test
  void anUnchangedProfileIsNoChange() {
    warehouse.increment(List.of(Happening.of("e1", 1, "user_id:a", "email:a")));

    warehouse.increment(List.of(Happening.of("e2", 2, "user_id:a", "email:a2")));

    assertThat(warehouse.changes()).isEmpty();
  }

  @Test
  void twoProfilesThatMeetInANewIdentifierAreMergedByTheLaterOfTheTwoEvents() {
    warehouse.increment(
        List.of(Happening.of("e1", 1, "user_id:a"), Happening.of("e2", 2, "email:b")));

    warehouse.increment(
        List.of(
            Happening.of("e4", 4, "email:b", "device:new"),
            Happening.of("e3", 3, "user_id:a", "device:new")));

    assertThat(warehouse.changes()).containsExactly("merge email:b into user_id:a by e4");
  }

  @Test
  void aProfileWhoseNewNameGiverBroughtTwoTogetherIsMergedIntoIt() {
    warehouse.increment(
        List.of(Happening.of("e3", 3, "user_id:a"), Happening.of("e4", 4, "email:b")));

    warehouse.increment(
        List.of(
            Happening.of("e1", 1, "user_id:a", "device:new"),
            Happening.of("e2", 2, "email:b", "device:new")));

    // The same second for both of the first event's identifiers: the user id has the priority.
    assertThat(warehouse.changes()).containsExactly("merge email:b into user_id:a by e2");
  }

  @Test
  void aNewIdentifierSeenEarlierRenamesByTheEventThatBroughtIt() {
    warehouse.increment(List.of(Happening.of("e3", 3, "user_id:a")));

    warehouse.increment(
        List.of(
            Happening.of("e1", 1, "device:new"), Happening.of("e4", 4, "user_id:a", "device:new")));

    assertThat(warehouse.changes()).containsExactly("rename user_id:a into device:new by e4");
  }

  @Test
  void anotherLimitMergesByTheEventThatWasRefusedBefore() {
    warehouse.increment(
        List.of(
            Happening.of("e1", 1, "user_id:a", "device:d"),
            Happening.of("e2", 2, "user_id:b", "device:d")));

    warehouse.rebuild(rails(2));

    assertThat(warehouse.changes()).containsExactly("merge user_id:b into user_id:a by e2");
    assertThat(warehouse.stitched().quarantine()).isEmpty();
  }

  @Test
  void aCorrectionChangesProfilesWithoutAnEvent() {
    warehouse.increment(
        List.of(Happening.of("e1", 1, "user_id:a"), Happening.of("e2", 2, "email:b")));

    warehouse.correct(List.of(entry(Verdict.SAME)));
    assertThat(warehouse.changes()).containsExactly("merge email:b into user_id:a");

    warehouse.correct(List.of(entry(Verdict.DIFFERENT)));
    assertThat(warehouse.changes()).containsExactly("split user_id:a into email:b");
  }

  @Test
  void aCorrectedIdentifierThatIsSeenOnlyNowRenamesByItsEvent() {
    warehouse.increment(List.of(Happening.of("e2", 2, "email:b")));
    warehouse.correct(List.of(entry(Verdict.SAME)));
    assertThat(warehouse.changes()).isEmpty();

    warehouse.increment(List.of(Happening.of("e1", 1, "user_id:a")));

    assertThat(warehouse.changes()).containsExactly("rename email:b into user_id:a by e1");
  }

  private static CorrectionEntry entry(Verdict verdict) {
    return new CorrectionEntry(
        verdict, new Identifier("user_id", "a"), new Identifier("email", "b"), 1);
  }

  private static GuardRails rails(int users) {
    return new GuardRails(
        List.of(
            new IdentifierType("user_id", users),
            new IdentifierType("email", IdentifierType.UNLIMITED),
            new IdentifierType("device", IdentifierType.UNLIMITED)),
        IdentifierType.UNLIMITED);
  }
}
