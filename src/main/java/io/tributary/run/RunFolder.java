package io.tributary.run;

import io.tributary.objects.ObjectStore;
import java.util.List;

/**
 * Where a run keeps its objects. The results of requests lie outside the run's own folder, because
 * the next run loads those that a killed one left.
 */
public record RunFolder(long run) {
  private static final String BODIES = ".ndjson";
  private static final String RUNS = "runs/";

  /** Answers and outcomes of requests that no run has loaded into the warehouse yet. */
  public static final String RESULTS = "results/";

  /** The folders that there are, whatever became of their runs. */
  public static List<RunFolder> existing(ObjectStore objects) {
    return objects.folders(RUNS).stream()
        .map(prefix -> prefix.substring(RUNS.length(), prefix.length() - 1))
        .filter(name -> name.matches("[0-9]{1,18}"))
        .map(number -> new RunFolder(Long.parseLong(number)))
        .toList();
  }

  public String plan() {
    return prefix() + "plan.json";
  }

  /** The unloaded journeys that are to be sent; below it a folder {@code bucket=n/} a partition. */
  public String journeys() {
    return prefix() + "journeys/";
  }

  /** The bodies of the requests; below it an object a partition. */
  public String requests() {
    return prefix() + "requests/";
  }

  /** The bodies of a partition's requests, one after another; its name tells how many they are. */
  public String bodies(int bucket, int requests) {
    return requests() + bucket + "-" + requests + BODIES;
  }

  /** How many requests have their bodies in the object of this key. */
  public static int requestsOf(String bodies) {
    return Integer.parseInt(
        bodies.substring(bodies.lastIndexOf('-') + 1, bodies.length() - BODIES.length()));
  }

  public String claim(String request) {
    return prefix() + "claims/" + request + ".json";
  }

  /** The body of a request that went to the dead-letter queue. */
  public String deadLetter(String request) {
    return prefix() + "dead-letters/" + request + BODIES;
  }

  /** Written when the service refused the key: no worker of the run calls after it. */
  public String stop() {
    return prefix() + "stop.json";
  }

  /** What a request's worker kept: the answer and the outcome. */
  public String result(String request) {
    return results() + request + ".ndjson";
  }

  /** What the keys of all results of this run begin with. */
  public String results() {
    return RESULTS + run + "-";
  }

  /** The operator's corrections that the run goes by, as they were written; absent without any. */
  public String corrections() {
    return prefix() + "corrections.yaml";
  }

  /** How what the run calculated differs from what was live; absent where that was not asked. */
  public String comparison() {
    return prefix() + "comparison.json";
  }

  /** What stitching reads and writes. */
  public String stitching() {
    return prefix() + "stitching/";
  }

  public String prefix() {
    return RUNS + run + "/";
  }
}
