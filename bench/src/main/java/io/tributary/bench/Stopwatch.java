package io.tributary.bench;

/** Measures time by the monotonic clock. */
record Stopwatch(long startedAt) {
  static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  double seconds() {
    return (System.nanoTime() - startedAt) / 1e9;
  }
}
