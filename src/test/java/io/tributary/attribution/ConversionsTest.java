package io.tributary.attribution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.attribution.CreditStage.Conversions;
import io.tributary.error.DataException;
import org.junit.jupiter.api.Test;

class ConversionsTest {
  @Test
  void reconcilesWhereEachIsInExactlyOnePlace() {
    assertThatCode(() -> new Conversions(6, 3, 2, 1, 4).requireReconciled(0))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesOneThatIsInNoPlace() {
    assertThatThrownBy(() -> new Conversions(7, 3, 2, 1, 4).requireReconciled(0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "Conversions do not reconcile (11 conversions = 3 ihc + 2 fallback + 1 unattributed"
                + " + 4 rejected); nothing is published.");
  }

  @Test
  void refusesOneThatIsInTwoPlaces() {
    assertThatThrownBy(() -> new Conversions(6, 3, 2, 1, 4).requireReconciled(1))
        .isInstanceOf(DataException.class);
  }
}
