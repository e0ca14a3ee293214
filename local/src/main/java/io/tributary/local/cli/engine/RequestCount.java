package io.tributary.local.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.error.PermanentException;
import io.tributary.json.Json;
import io.tributary.local.cli.screen.RequestTally;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import io.tributary.run.RunFolder;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Counts a run's requests: those that were made, and what the state machine knows of each. */
final class RequestCount {
  /**
   * The states of the machine {@code attribute} that each request leaves, and each that was given
   * up.
   */
  private static final String REQUEST = "Request";

  private static final String GIVEN_UP = "Left to the fallback";

  private final ObjectStore objects;
  private final ToLongFunction<String> exits;

  /**
   * @param exits how often a state of a name was left
   */
  RequestCount(ObjectStore objects, ToLongFunction<String> exits) {
    this.objects = objects;
    this.exits = exits;
  }

  RequestTally of(long run) {
    long failed = exits.applyAsLong(GIVEN_UP);
    long done = Math.max(failed, exits.applyAsLong(REQUEST));
    return new RequestTally(made(run), done - failed, failed);
  }

  private long made(long run) {
    return objects.list(new RunFolder(run).requests()).stream()
        .mapToLong(RunFolder::requestsOf)
        .sum();
  }

  /** What went wrong with a request that was given back to be tried again, if any was. */
  Optional<String> problem(long run) {
    return objects.list(new RunFolder(run).prefix() + "claims/").stream()
        .flatMap(key -> read(key).stream())
        .map(claim -> claim.path("problem").asText())
        .filter(problem -> !problem.isEmpty())
        .findFirst();
  }

  /**
   * Makes sure that the object store takes what workers leave: where it does not, their answers
   * would be waited for in vain.
   *
   * @throws PermanentException if it takes nothing, such as on a full disk
   */
  void requireStoreTakesMore(long run) {
    objects.put(new RunFolder(run).prefix() + "still-waiting.json", Json.bytes(Map.of()));
  }

  private Optional<JsonNode> read(String key) {
    return objects.get(key).map(StoredObject::body).map(body -> Json.read(body, JsonNode.class));
  }
}
