package io.tributary.attribution;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import io.tributary.run.RunFolder;
import java.util.Optional;

/** Tells every worker of a run that no call will succeed, and why. */
final class StopMarker {
  private final ObjectStore objects;
  private final RequestBodies bodies;

  StopMarker(ObjectStore objects) {
    this.objects = objects;
    this.bodies = new RequestBodies(objects);
  }

  private record Marker(ErrorCode code, String message) {}

  /**
   * Sets the marker, then takes the bodies of all requests away: a worker that reads its body just
   * before its first call need not look for the marker.
   */
  void set(RunFolder folder, UserException reason) {
    objects.putIfAbsent(folder.stop(), Json.bytes(new Marker(reason.code(), reason.getMessage())));
    bodies.takeAway(folder);
  }

  /** Why the run's workers stopped, if they did. */
  Optional<UserException> find(RunFolder folder) {
    return objects
        .get(folder.stop())
        .map(stored -> Json.read(stored.body(), Marker.class))
        .map(marker -> new UserException(marker.code(), marker.message()));
  }
}
