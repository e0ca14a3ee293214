package io.tributary.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/**
 * How web sessions are cut from tracks and pages, and what is said of them.
 *
 * @param gapSeconds the longest pause within a session, in seconds
 * @param channels the project's own rules, in order, before the usual ones
 * @param defaultChannels whether the usual rules follow
 * @param dimensions the columns of sessions by which daily metrics are split
 */
public record Sessions(
    int gapSeconds, List<ChannelRule> channels, boolean defaultChannels, List<String> dimensions) {
  /** What a project has that says nothing of sessions. */
  public static final Sessions BY_DEFAULT =
      new Sessions(1_800, List.of(), true, List.of("channel", "device", "country"));

  public Sessions {
    channels = List.copyOf(channels);
    dimensions = List.copyOf(dimensions);
    if (gapSeconds < 1) {
      throw new IllegalArgumentException("A session ends after at least a second");
    }
  }

  /** All rules in their order; the first that fits gives the channel. */
  @JsonIgnore
  public List<ChannelRule> rules() {
    return Stream.concat(
            channels.stream(),
            defaultChannels ? DefaultChannels.RULES.stream() : Stream.<ChannelRule>empty())
        .toList();
  }
}
