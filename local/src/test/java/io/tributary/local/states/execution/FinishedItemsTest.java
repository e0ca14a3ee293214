package io.tributary.local.states.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FinishedItemsTest {
  private final FinishedItems items = new FinishedItems();

  @Test
  void letsTheOldestGoWhenTheirEventsAreTooMany() {
    assertThat(items.add("a", FinishedItems.MOST_EVENTS - 10)).isEmpty();
    assertThat(items.add("b", 10)).isEmpty();
    assertThat(items.add("c", 1)).containsExactly("a");
    assertThat(items.add("d", FinishedItems.MOST_EVENTS - 5)).containsExactly("b");
  }

  @Test
  void keepsTheLastOneHoweverLongItIs() {
    assertThat(items.add("a", FinishedItems.MOST_EVENTS + 1)).isEmpty();
    assertThat(items.add("b", FinishedItems.MOST_EVENTS + 1)).containsExactly("a");
  }
}
