package io.tributary.local.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import io.tributary.local.cli.screen.RequestTally;
import io.tributary.objects.ObjectStore;
import io.tributary.objects.StoredObject;
import io.tributary.run.RunFolder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Counts a run's requests by the objects that workers leave: an answer, and then an outcome. */
final class RequestCount {
  private final ObjectStore objects;

  RequestCount(ObjectStore objects) {
    this.objects = objects;
  }

  RequestTally of(long run) {
    Set<String> answers = left(run, RunFolder.ANSWERS);
    Set<String> outcomes = left(run, RunFolder.OUTCOMES);
    outcomes.removeAll(answers);
    long total = objects.list(new RunFolder(run).prefix() + "requests/").size();
    return new RequestTally(total, answers.size(), outcomes.size());
  }

  /** What went wrong with a request that was given back to be tried again, if any was. */
  Optional<String> problem(long run) {
    return objects.list(new RunFolder(run).prefix() + "claims/").stream()
        .flatMap(key -> read(key).stream())
        .map(claim -> claim.path("problem").asText())
        .filter(problem -> !problem.isEmpty())
        .findFirst();
  }

  /** The names of the objects, also of those that the next stage loaded and deleted meanwhile. */
  private Set<String> left(long run, String folder) {
    String prefix = folder + run + "-";
    Stream<String> there = objects.list(prefix).stream();
    Set<String> names = new HashSet<>(there.map(key -> key.substring(prefix.length())).toList());
    for (String key : objects.list(new RunFolder(run).prefix() + "manifests/")) {
      for (JsonNode entry : read(key).orElse(Json.MAPPER.createObjectNode()).path("entries")) {
        String uri = entry.path("url").asText();
        if (uri.startsWith(objects.uri(prefix))) {
          names.add(uri.substring(objects.uri(prefix).length()));
        }
      }
    }
    return names;
  }

  private Optional<JsonNode> read(String key) {
    return objects.get(key).map(StoredObject::body).map(body -> Json.read(body, JsonNode.class));
  }
}
