package io.tributary.local.states.history;

/** The execution has reached the limit of its history and must end. */
public final class HistoryFull extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryFull() {
    super("The execution reached the maximum number of history events (25000).");
  }
}
