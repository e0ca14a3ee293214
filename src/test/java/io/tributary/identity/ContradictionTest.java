package io.tributary.identity;

import static io.tributary.identity.CorrectionEntry.Verdict.DIFFERENT;
import static io.tributary.identity.CorrectionEntry.Verdict.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionTest {
  @Test
  void namesTheEntriesThatMakeTwoDifferentPersonsTheSame() {
    List<CorrectionEntry> entries =
        List.of(
            entry(SAME, "user_id:a", "email:x", 2),
            entry(DIFFERENT, "user_id:a", "user_id:b", 3),
            entry(SAME, "user_id:c", "email:z", 4),
            entry(SAME, "user_id:b", "email:x", 5));

    assertThat(Contradiction.among(entries))
        .containsExactly(new Contradiction(entries.get(1), List.of(entries.get(0), entries.get(3))))
        .map(Contradiction::message)
        .containsExactly(
            "Line 3 calls two identifiers different persons that line 2, line 5 make the same; take"
                + " one out.");
  }

  @Test
  void namesTheShortestChain() {
    List<CorrectionEntry> entries =
        List.of(
            entry(SAME, "user_id:a", "email:x", 1),
            entry(SAME, "user_id:b", "email:x", 2),
            entry(SAME, "user_id:b", "user_id:a", 3),
            entry(DIFFERENT, "user_id:a", "user_id:b", 4));

    assertThat(Contradiction.among(entries))
        .map(Contradiction::message)
        .containsExactly(
            "Line 4 calls two identifiers different persons that line 3 makes the same; take one"
                + " out.");
  }

  @Test
  void nobodyIsAnotherPersonThanHimself() {
    assertThat(Contradiction.among(List.of(entry(DIFFERENT, "user_id:a", "user_id:a", 9))))
        .map(Contradiction::message)
        .containsExactly("Line 9 calls an identifier another person than itself; take it out.");
  }

  @Test
  void differentPersonsOfOnePersonAreNoContradiction() {
    List<CorrectionEntry> entries =
        List.of(
            entry(DIFFERENT, "user_id:a", "user_id:b", 1),
            entry(DIFFERENT, "user_id:b", "user_id:c", 2),
            entry(SAME, "user_id:a", "user_id:c", 3),
            entry(SAME, "user_id:b", "user_id:b", 4));

    assertThat(Contradiction.among(entries)).isEmpty();
  }

  private static CorrectionEntry entry(
      CorrectionEntry.Verdict verdict, String one, String other, int line) {
    return new CorrectionEntry(
        verdict, Happening.identifier(one), Happening.identifier(other), line);
  }
}
