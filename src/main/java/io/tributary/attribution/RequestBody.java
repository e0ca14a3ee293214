package io.tributary.attribution;

import java.util.List;

/**
 * A request as it is kept in the object store: what the service gets and the journeys' hashes,
 * which it does not get.
 */
public record RequestBody(List<Journey> journeys) {
  public RequestBody {
    journeys = List.copyOf(journeys);
  }
}
