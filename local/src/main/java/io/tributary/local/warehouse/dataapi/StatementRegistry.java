package io.tributary.local.warehouse.dataapi;

import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.dataapi.SubmitRequest.Shape;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The submissions by id, for as long as they are kept. Safe for several threads. */
final class StatementRegistry {
  private final Map<String, Submission> submissions = new LinkedHashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final WarehouseLimits limits;
  private final Clock clock;
  private long lastQueryId;

  private record Token(Submission submission, Instant createdAt) {}

  StatementRegistry(WarehouseLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * The submission for a request: a new one, which is started, or that of the same client token.
   */
  synchronized Submission submit(SubmitRequest request, Consumer<Submission> start) {
    forget();
    Token known = request.clientToken().map(tokens::get).orElse(null);
    if (known != null) {
      return known.submission();
    }
    long active = submissions.values().stream().filter(kept -> !kept.isEnded()).count();
    if (active >= limits.activeStatements()) {
      throw DataApiException.throttled(limits.activeStatements());
    }
    Submission submission = create(request);
    submissions.put(submission.whole().id(), submission);
    request
        .clientToken()
        .ifPresent(token -> tokens.put(token, new Token(submission, clock.instant())));
    start.accept(submission);
    return submission;
  }

  private Submission create(SubmitRequest request) {
    String id = UUID.randomUUID().toString();
    if (request.shape() == Shape.SINGLE) {
      Execution only = execution(id, Optional.of(request.sqls().get(0)));
      return new Submission(request, only, List.of(only));
    }
    List<Execution> parts = new ArrayList<>();
    for (String sql : request.sqls()) {
      parts.add(execution(id + ":" + (parts.size() + 1), Optional.of(sql)));
    }
    return new Submission(request, execution(id, Optional.empty()), parts);
  }

  private Execution execution(String id, Optional<String> sql) {
    return new Execution(id, ++lastQueryId, sql, clock);
  }

  /** The submission to which this id belongs, its own or that of one of its statements. */
  synchronized Submission find(String id) {
    int colon = id.indexOf(':');
    Submission found = submissions.get(colon < 0 ? id : id.substring(0, colon));
    if (found == null || isOver(found, oldestKept()) || found.execution(id).isEmpty()) {
      throw DataApiException.missing(id, "Query does not exist.");
    }
    return found;
  }

  /** All that are kept, the newest first. */
  synchronized List<Submission> newestFirst() {
    forget();
    List<Submission> newest = new ArrayList<>(submissions.values());
    Collections.reverse(newest);
    return newest;
  }

  private void forget() {
    Instant oldestToken = clock.instant().minus(limits.tokenRetention());
    tokens.values().removeIf(token -> token.createdAt().isBefore(oldestToken));
    long results = submissions.values().stream().mapToLong(Submission::resultBytes).sum();
    int count = submissions.size();
    Instant oldestKept = oldestKept();
    for (Iterator<Submission> oldest = submissions.values().iterator(); oldest.hasNext(); ) {
      Submission submission = oldest.next();
      boolean isTooMuch = count > limits.keptStatements() || results > limits.resultBytes();
      if ((isTooMuch && submission.isEnded()) || isOver(submission, oldestKept)) {
        count--;
        results -= submission.resultBytes();
        oldest.remove();
      }
    }
  }

  private Instant oldestKept() {
    return clock.instant().minus(limits.retention());
  }

  private static boolean isOver(Submission submission, Instant oldestKept) {
    return submission.whole().createdAt().isBefore(oldestKept) && submission.isEnded();
  }
}
