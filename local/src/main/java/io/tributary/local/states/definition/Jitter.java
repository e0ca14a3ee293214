package io.tributary.local.states.definition;

/** Whether a retry's delay is drawn at random. */
public enum Jitter {
  /** The delay is between 0 and the interval, each as likely. */
  FULL,
  NONE
}
