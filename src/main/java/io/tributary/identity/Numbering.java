package io.tributary.identity;

/**
 * How many numbers one stitching has.
 *
 * @param identifiers the identifiers, numbered from 1
 * @param events the events that carry identifiers, numbered from 1
 */
record Numbering(int identifiers, int events) {}
