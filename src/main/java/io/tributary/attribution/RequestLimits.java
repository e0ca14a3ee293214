package io.tributary.attribution;

import io.tributary.config.Ihc;

/** The most journeys and the most sessions that one call of the service may carry. */
public record RequestLimits(int journeys, int sessions) {
  private static final int REQUESTS_A_PARTITION = 100;

  public RequestLimits {
    if (journeys < 1 || sessions < 1) {
      throw new IllegalArgumentException("A request holds at least one journey and one session");
    }
  }

  public static RequestLimits of(Ihc ihc) {
    return new RequestLimits(ihc.maxJourneysPerRequest(), ihc.maxSessionsPerRequest());
  }

  /** No packing of so many journeys and sessions has fewer requests than this. */
  public int fewestRequests(long journeyCount, long sessionCount) {
    long byJourneys = (journeyCount + journeys - 1) / journeys;
    long bySessions = (sessionCount + sessions - 1) / sessions;
    return Math.toIntExact(Math.max(byJourneys, bySessions));
  }

  /** Into how many partitions journeys are unloaded, so that each makes about 100 requests. */
  public int partitions(long journeyCount, long sessionCount) {
    return Math.max(1, fewestRequests(journeyCount, sessionCount) / REQUESTS_A_PARTITION);
  }
}
