package io.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.config.Source;
import io.tributary.config.SourceKind;
import io.tributary.error.DataException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Source ORDERS =
      new Source("orders", SourceKind.CONVERSIONS, "raw.orders", Map.of());

  @Test
  void takesARowThatWentNowhereElseForOneThatTheWindowDoesNotNeed() {
    Tally tally = new Tally(List.of(new Tally.Rows(ORDERS, 10, 5, 2, 1)));

    tally.requireReconciled();

    assertThat(tally.sentence())
        .isEqualTo(
            "10 rows = 5 kept + 2 refused + 1 equal copies + 2 that the window does not need");
  }

  @Test
  void refusesASourceOfWhichARowCountsTwice() {
    Tally tally = new Tally(List.of(new Tally.Rows(ORDERS, 7, 5, 2, 1)));

    assertThatThrownBy(tally::requireReconciled)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("The rows of source `orders` do not reconcile (7 rows = 5 kept")
        .hasMessageEndingWith("nothing is published.");
  }
}
