package io.tributary.local.cli.screen;

/**
 * How far the requests to the attribution service are.
 *
 * @param total all of the run
 * @param answered those for which the service gave an answer, if only for some of their journeys
 * @param failed those that were given up without one
 */
public record RequestTally(long total, long answered, long failed) {
  /** How the sending of requests ended. */
  public enum Sending {
    /** Each request was answered or given up. */
    ENDED,
    /** The run was stopped before. */
    STOPPED
  }

  public RequestTally {
    if (answered < 0 || failed < 0 || answered + failed > total) {
      throw new IllegalArgumentException(
          answered + " answered and " + failed + " failed requests are not of " + total);
    }
  }

  public long done() {
    return answered + failed;
  }

  /** The end in words: what was answered, and what becomes of the rest. */
  String sentence(Sending sending) {
    if (answered == 0) {
      return total == 1
          ? "the only request was not answered"
          : "none of " + Figures.count(total) + " requests answered";
    }
    if (answered == total) {
      return Figures.count(total) + (total == 1 ? " request answered" : " requests answered");
    }
    String rest = Figures.count(total - answered);
    return Figures.count(answered)
        + " of "
        + Figures.count(total)
        + " requests answered, "
        + switch (sending) {
          case ENDED -> rest + " left to the fallback";
          case STOPPED -> rest + " not";
        };
  }
}
