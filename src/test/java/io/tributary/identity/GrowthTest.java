package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.identity.Growth.Rule;
import io.tributary.step.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void saysFromWhatToWhatByWhichRuleAndTheMend() {
    var growth =
        new Growth(
            true,
            List.of(
                new Rule("limit", "user_id", 2, 1_200),
                new Rule("blocked", "email", 1, 2),
                new Rule("max_profile_size", "", 5, 4)),
            10,
            12);

    assertThat(growth.warnings())
        .containsExactly(
            "The identity quarantine grew from 8 to 1,206 rows: limit of user_id from 2 to 1,200"
                + " (block the value that several people share, or raise the limit), block list of"
                + " email from 1 to 2 (nothing to do where the list is meant so); the table"
                + " identity_quarantine names them.");
    assertThat(growth.figures())
        .containsEntry(Figure.QUARANTINE_GROWTH, 1_198L)
        .containsEntry(Figure.PROFILE_GROWTH, 2L)
        .containsEntry(Figure.LARGEST_PROFILE, 12L);
  }

  @Test
  void saysNothingOfWhatShrank() {
    var growth = new Growth(true, List.of(new Rule("limit", "user_id", 9, 2)), 10, 4);

    assertThat(growth.warnings()).isEmpty();
    assertThat(growth.figures())
        .containsEntry(Figure.QUARANTINE_GROWTH, 0L)
        .containsEntry(Figure.PROFILE_GROWTH, 0L);
  }

  @Test
  void takesWhatIsCalculatedForTheFirstTimeForNoGrowth() {
    var growth = new Growth(false, List.of(new Rule("limit", "user_id", 0, 50)), 0, 40);

    assertThat(growth.warnings()).isEmpty();
    assertThat(growth.figures())
        .containsEntry(Figure.QUARANTINE_GROWTH, 0L)
        .containsEntry(Figure.PROFILE_GROWTH, 0L)
        .containsEntry(Figure.LARGEST_PROFILE, 40L);
  }
}
