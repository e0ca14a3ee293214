package io.tributary.config;

import java.util.Objects;

/**
 * A channel and the sessions that belong to it, where no rule before it fits.
 *
 * @param when a value expression over {@link SessionScope}
 */
public record ChannelRule(String channel, String when) {
  public ChannelRule {
    Objects.requireNonNull(channel);
    Objects.requireNonNull(when);
  }
}
