package io.tributary.run;

/**
 * Where a run keeps its objects. Answers and outcomes lie outside the run's own folder, because the
 * next run loads those that a killed one left.
 */
public record RunFolder(long run) {
  /** Answers that no run has loaded into the warehouse yet. */
  public static final String ANSWERS = "answers/";

  /** Outcomes of requests that no run has loaded into the warehouse yet. */
  public static final String OUTCOMES = "outcomes/";

  public String plan() {
    return prefix() + "plan.json";
  }

  /** The unloaded journeys that are to be sent; below it a folder {@code bucket=n/} a partition. */
  public String journeys() {
    return prefix() + "journeys/";
  }

  public String request(String request) {
    return prefix() + "requests/" + request + ".json";
  }

  public String claim(String request) {
    return prefix() + "claims/" + request + ".json";
  }

  /** The body of a request that went to the dead-letter queue. */
  public String deadLetter(String request) {
    return prefix() + "dead-letters/" + request + ".json";
  }

  /** Written when the service refused the key: no worker of the run calls after it. */
  public String stop() {
    return prefix() + "stop.json";
  }

  public String answer(String request) {
    return ANSWERS + run + "-" + request + ".ndjson";
  }

  public String outcome(String request) {
    return OUTCOMES + run + "-" + request + ".ndjson";
  }

  public String prefix() {
    return "runs/" + run + "/";
  }
}
