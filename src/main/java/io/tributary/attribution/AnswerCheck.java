package io.tributary.attribution;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an answer for a journey can be used: every session asked for and no other, each value
 * from 0 to 1, and ihc values that sum to 1 within 1%, which are then scaled to 1.
 */
final class AnswerCheck {
  /** 1%, and what adding up decimals in binary may lose. */
  private static final double TOLERANCE = 0.01 + 1e-9;

  private AnswerCheck() {}

  /** What to keep: a line for each session in the journey's order, or one that it is refused. */
  static List<AnswerLine> lines(Journey journey, List<ServiceRow> rows, String at) {
    double sum = rows.stream().mapToDouble(ServiceRow::ihc).sum();
    Optional<String> problem = problem(journey, rows, sum);
    if (problem.isPresent()) {
      return List.of(AnswerLine.refused(journey, problem.get(), at));
    }
    var bySession = rows.stream().collect(Collectors.toMap(ServiceRow::sessionId, row -> row));
    return journey.sessions().stream()
        .map(session -> bySession.get(session.sessionId()))
        .map(row -> AnswerLine.answered(journey, row, row.ihc() / sum, at))
        .toList();
  }

  private static Optional<String> problem(Journey journey, List<ServiceRow> rows, double sum) {
    Set<String> missing =
        journey.sessions().stream()
            .map(JourneySession::sessionId)
            .collect(Collectors.toCollection(HashSet::new));
    for (ServiceRow row : rows) {
      if (!missing.remove(row.sessionId())) {
        return Optional.of("The answer has a session that was not asked for, or one twice.");
      }
      if (!row.isInRange()) {
        return Optional.of("The answer has a value that is not between 0 and 1.");
      }
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          "The answer lacks " + missing.size() + " of " + journey.sessions().size() + " sessions.");
    }
    return Math.abs(sum - 1) <= TOLERANCE
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "The answer's ihc values sum to %.4f, not to 1.", sum));
  }
}
