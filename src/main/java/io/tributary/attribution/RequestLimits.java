package io.tributary.attribution;

import io.tributary.config.Ihc;

/** The most journeys and the most sessions that one call of the service may carry. */
public record RequestLimits(int journeys, int sessions) {
  public RequestLimits {
    if (journeys < 1 || sessions < 1) {
      throw new IllegalArgumentException("A request holds at least one journey and one session");
    }
  }

  static RequestLimits of(Ihc ihc) {
    return new RequestLimits(ihc.maxJourneysPerRequest(), ihc.maxSessionsPerRequest());
  }

  /** No packing of so many journeys and sessions has fewer requests than this. */
  public int fewestRequests(long journeyCount, long sessionCount) {
    long byJourneys = (journeyCount + journeys - 1) / journeys;
    long bySessions = (sessionCount + sessions - 1) / sessions;
    return Math.toIntExact(Math.max(byJourneys, bySessions));
  }
}
