package io.tributary.local.generate;

/**
 * One session.
 *
 * @param second of the day, UTC
 */
record Visit(
    int day, int second, Channel channel, boolean holder, boolean closer, boolean impression) {}
