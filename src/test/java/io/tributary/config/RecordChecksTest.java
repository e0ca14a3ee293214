package io.tributary.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The records refuse what no project file can say, however they are made. */
class RecordChecksTest {
  private static final Journeys JOURNEYS =
      new Journeys(OptionalInt.empty(), Journeys.Boundary.INCLUSIVE, OptionalInt.empty());

  @Test
  void refuseLimitsOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Journeys(OptionalInt.of(0), Journeys.Boundary.INCLUSIVE, OptionalInt.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Journeys(OptionalInt.empty(), Journeys.Boundary.INCLUSIVE, OptionalInt.of(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> ihc(0, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ihc(1, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ihc(1, 1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ihc(1, 1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> project(0, ZoneId.of("UTC")));
  }

  @Test
  void refuseAnIdentityThatNobodyCanHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Identity(List.of(), OptionalInt.empty()))
        .withMessage("Somebody is known by at least one identifier");
    var rule = new IdentifierRule("email", 1, OptionalInt.empty(), List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Identity(List.of(rule), OptionalInt.of(0)))
        .withMessage("A profile holds at least 1 identifier");
  }

  @Test
  void refuseWeightsThatAreNotThreeOfAHundred() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution(7, List.of(40, 20, 30), Model.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution(7, List.of(50, 50), Model.LINEAR));
  }

  @Test
  void refuseAHalfLifeOfZeroAndAFallbackToTheService() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution(0, List.of(40, 20, 40), Model.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribution(7, List.of(40, 20, 40), Model.IHC));
  }

  @Test
  void refuseWhatIsMissing() {
    assertThatNullPointerException().isThrownBy(() -> project(5, null));
    assertThatNullPointerException().isThrownBy(() -> new Window(Optional.empty(), null));
  }

  private static Ihc ihc(int journeys, int sessions, double rate, int concurrency) {
    return new Ihc(
        "default",
        "tributary/ihc",
        journeys,
        sessions,
        rate,
        concurrency,
        Duration.ofDays(30),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Attribution attribution(double halfLife, List<Integer> weights, Model fallback) {
    return new Attribution(
        JOURNEYS,
        CostScope.ALL,
        "^direct",
        halfLife,
        weights,
        fallback,
        List.of(Model.LINEAR),
        ihc(1, 1, 1, 1));
  }

  private static Project project(int keepRuns, ZoneId zone) {
    return new Project(
        "shop",
        zone,
        "raw",
        "tributary",
        new Window(Optional.empty(), "now"),
        List.of(),
        Optional.empty(),
        new Context(List.of(), Duration.ofHours(24)),
        new Attributes(List.of(), Duration.ofHours(48)),
        Optional.empty(),
        Sessions.BY_DEFAULT,
        Optional.empty(),
        keepRuns,
        true);
  }
}
