package io.tributary.local.attribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * One session's part in a conversion, as the service answers it.
 *
 * <p>The initializer is the journey's first session; the holder is shared equally by the sessions
 * with holder engagement and the closer by those with closer engagement; ihc is 0.345 · initializer
 * + 0.380 · holder + 0.275 · closer, divided by its sum over the conversion. So where no session
 * has holder (or closer) engagement that part is 0 for all, and its weight goes to the other parts
 * in proportion: a single session without engagement is an initializer with an ihc of 1.
 */
record Score(
    @JsonProperty("conversion_id") String conversionId,
    @JsonProperty("session_id") String sessionId,
    double initializer,
    double holder,
    double closer,
    double ihc) {
  private static final double INITIALIZER_WEIGHT = 0.345;
  private static final double HOLDER_WEIGHT = 0.380;
  private static final double CLOSER_WEIGHT = 0.275;

  /** The scores of one conversion's sessions, which are in order of time. */
  static List<Score> of(List<CustomerJourney.Session> sessions) {
    double holders = sessions.stream().filter(CustomerJourney.Session::holds).count();
    double closers = sessions.stream().filter(CustomerJourney.Session::closes).count();
    double sum =
        INITIALIZER_WEIGHT + (holders > 0 ? HOLDER_WEIGHT : 0) + (closers > 0 ? CLOSER_WEIGHT : 0);
    List<Score> scores = new ArrayList<>();
    for (CustomerJourney.Session session : sessions) {
      double initializer = scores.isEmpty() ? 1 : 0;
      double holder = session.holds() ? 1 / holders : 0;
      double closer = session.closes() ? 1 / closers : 0;
      double weighted =
          INITIALIZER_WEIGHT * initializer + HOLDER_WEIGHT * holder + CLOSER_WEIGHT * closer;
      scores.add(
          new Score(
              session.conversionId(),
              session.sessionId(),
              initializer,
              holder,
              closer,
              weighted / sum));
    }
    return scores;
  }
}
