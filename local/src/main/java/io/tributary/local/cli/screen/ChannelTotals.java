package io.tributary.local.cli.screen;

import java.math.BigDecimal;
import java.util.Objects;

/** What a model gives a channel over the whole window. */
public record ChannelTotals(
    String model, String channel, BigDecimal cost, BigDecimal credit, BigDecimal revenue) {
  public ChannelTotals {
    Objects.requireNonNull(model);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(cost);
    Objects.requireNonNull(credit);
    Objects.requireNonNull(revenue);
  }

  /** Both together, under this name. */
  ChannelTotals plus(ChannelTotals other, String name) {
    return new ChannelTotals(
        model, name, cost.add(other.cost), credit.add(other.credit), revenue.add(other.revenue));
  }
}
