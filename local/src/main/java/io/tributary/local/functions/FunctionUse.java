package io.tributary.local.functions;

import java.time.Duration;

/**
 * How much a function was used, as Lambda bills it.
 *
 * @param calls those that ended, well or not
 * @param duration of all calls together, in real time
 */
public record FunctionUse(long calls, Duration duration) {}
