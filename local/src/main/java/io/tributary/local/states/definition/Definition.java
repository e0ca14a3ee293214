package io.tributary.local.states.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * A machine that was read and found right.
 *
 * @param text the JSON as it was given
 * @param timeout after which an execution ends as TIMED_OUT
 */
public record Definition(Flow flow, Optional<Duration> timeout, String text) {}
