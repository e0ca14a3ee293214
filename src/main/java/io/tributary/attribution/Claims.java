package io.tributary.attribution;

import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Claims on requests: at most one worker at a time calls the service for a request. */
final class Claims {
  private final ObjectStore objects;
  private final Clock clock;

  Claims(ObjectStore objects, Clock clock) {
    this.objects = objects;
    this.clock = clock;
  }

  /**
   * What came of asking for a claim.
   *
   * @param claim the claim as it stands now, one's own or another's
   */
  record Taking(Result result, Claim claim) {
    enum Result {
      /** Nobody had it before: there can be no answer yet. */
      FIRST,
      /** Another had it and gave it back or was lost: there may be an answer. */
      TAKEN_OVER,
      /** Another holds it. */
      HELD_BY_ANOTHER
    }
  }

  Taking take(RequestMessage request, String owner, Instant expiresAt) {
    String key = key(request);
    Claim first = Claim.first(owner, expiresAt);
    if (objects.putIfAbsent(key, Json.bytes(first))) {
      return new Taking(Taking.Result.FIRST, first);
    }
    Optional<StoredObject> stored = objects.get(key);
    Claim standing = stored.map(Claims::read).orElse(first);
    if (stored.isPresent() && standing.isFree(clock.instant())) {
      Claim mine = standing.takenBy(owner, expiresAt);
      if (objects.replace(key, Json.bytes(mine), stored.get().etag())) {
        return new Taking(Taking.Result.TAKEN_OVER, mine);
      }
    }
    return new Taking(Taking.Result.HELD_BY_ANOTHER, standing);
  }

  /** The claim on the request, where there is one. */
  Optional<Claim> find(RequestMessage request) {
    return objects.get(key(request)).map(Claims::read);
  }

  /** Keeps what is known so far; false if another has taken the claim over. */
  boolean save(RequestMessage request, Claim mine, Progress progress, Claim.State state) {
    Optional<StoredObject> stored = objects.get(key(request));
    if (stored.isEmpty() || !read(stored.get()).owner().equals(mine.owner())) {
      return false;
    }
    byte[] next = Json.bytes(mine.with(progress, state));
    return objects.replace(key(request), next, stored.get().etag());
  }

  private static String key(RequestMessage request) {
    return request.folder().claim(request.request());
  }

  private static Claim read(StoredObject stored) {
    return Json.read(stored.body(), Claim.class);
  }
}
