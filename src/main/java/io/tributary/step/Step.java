package io.tributary.step;

/**
 * A unit that the state machine or a queue calls by name: JSON in, JSON out. One instance serves
 * one call at a time, as a Lambda environment does, so it may hold state between calls but not
 * share it.
 */
public interface Step<I, O> {
  /** The name by which state machines call it. */
  String name();

  /** The record that the JSON input is read into. */
  Class<I> inputType();

  O run(I input, Invocation invocation);
}
