package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.CorrectionEntry.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains are written as they are walked: {@code user_id:a -1- email:x} by event 1. */
class ExplainingTest {
  private final SmallWarehouse warehouse =
      new SmallWarehouse(
          new GuardRails(
              List.of(
                  new IdentifierType("user_id", 1),
                  new IdentifierType("email", IdentifierType.UNLIMITED)),
              IdentifierType.UNLIMITED));

  @Test
  void walksTheShortestChainByTheEarliestEvents() {
    warehouse.increment(
        List.of(
            Happening.of("e1", 1, "user_id:a", "email:x"),
            Happening.of("e2", 2, "email:x", "email:y"),
            Happening.of("e3", 3, "email:y", "email:z"),
            Happening.of("e4", 4, "user_id:a", "email:y"),
            Happening.of("e5", 5, "user_id:a", "email:y")));

    assertThat(chain("user_id:a", "email:z"))
        .containsExactly("user_id:a -4- email:y", "email:y -3- email:z");
  }

  @Test
  void goesByNoEventThatLeftOutWhatItWouldGoBy() {
    warehouse.increment(
        List.of(
            Happening.of("e1", 1, "user_id:a", "email:x"),
            Happening.of("e2", 2, "user_id:b", "email:x", "email:y"),
            Happening.of("e3", 3, "email:x", "email:z"),
            Happening.of("e4", 4, "email:z", "email:v"),
            Happening.of("e5", 5, "user_id:b", "email:v", "email:z")));

    // Event 5 carries both, but left both out.
    assertThat(chain("email:x", "email:v"))
        .containsExactly("email:x -3- email:z", "email:z -4- email:v");
  }

  @Test
  void goesByACorrection() {
    warehouse.correct(
        List.of(
            new CorrectionEntry(
                Verdict.SAME, new Identifier("user_id", "a"), new Identifier("email", "y"), 1)));
    warehouse.increment(
        List.of(Happening.of("e1", 1, "user_id:a", "email:x"), Happening.of("e2", 2, "email:y")));

    assertThat(chain("email:x", "email:y"))
        .containsExactly("email:x -1- user_id:a", "user_id:a -same- email:y");
  }

  @Test
  void anIdentifierIsOneProfileWithItself() {
    warehouse.increment(List.of(Happening.of("e1", 1, "user_id:a", "email:x")));

    assertThat(chain("email:x", "email:x")).isEmpty();
  }

  @Test
  void whatNoEventConnectsIsTwoProfiles() {
    warehouse.increment(
        List.of(Happening.of("e1", 1, "user_id:a"), Happening.of("e2", 2, "user_id:b")));

    assertThat(warehouse.explain("user_id:a", "user_id:b"))
        .isEqualTo(new Explanation.TwoProfiles());
  }

  private List<String> chain(String one, String other) {
    var explanation = (Explanation.OneProfile) warehouse.explain(one, other);
    return explanation.chain().stream()
        .map(
            step ->
                warehouse.named(one, other, step.from())
                    + (" -" + said(step.link()) + "- ")
                    + warehouse.named(one, other, step.to()))
        .toList();
  }

  private static String said(Explanation.Link link) {
    return link instanceof Explanation.SharedEvent shared ? String.valueOf(shared.event()) : "same";
  }
}
