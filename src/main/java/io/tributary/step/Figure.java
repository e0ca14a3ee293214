package io.tributary.step;

/** What steps count for the operators' metrics. */
public enum Figure {
  ROWS_IN,
  ROWS_OUT,
  ROWS_REJECTED,
  /** Requests to the attribution service that came to an end. */
  REQUESTS,
  /** Those of them for which no answer is kept. */
  REQUESTS_FAILED,
  /** Calls beyond a request's first. */
  RETRIES,
  /** Journeys that the attribution service answered. */
  PAID_JOURNEYS,
  RUNS_SUCCEEDED,
  /** Rows that the identity quarantine has beyond those that are live. */
  QUARANTINE_GROWTH,
  /** Identifiers that the largest profile has beyond the largest that is live. */
  PROFILE_GROWTH,
  /** Identifiers of the largest profile. */
  LARGEST_PROFILE
}
