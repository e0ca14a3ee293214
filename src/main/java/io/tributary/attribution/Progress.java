package io.tributary.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is known of a request so far, over all its deliveries. */
final class Progress {
  private final List<AnswerLine> lines;
  private final int takeovers;
  private final int attemptsBefore;
  private int attempts;
  private Duration calling;
  private String problem;

  Progress(Claim claim) {
    this.lines = new ArrayList<>(claim.lines());
    this.takeovers = claim.takeovers();
    this.attemptsBefore = claim.attempts();
    this.attempts = attemptsBefore;
    this.calling = claim.calling();
    this.problem = claim.problem();
  }

  void called(Duration duration) {
    attempts++;
    calling = calling.plus(duration);
  }

  void keep(List<AnswerLine> more) {
    lines.addAll(more);
  }

  void hasProblem(String sentence) {
    problem = sentence;
  }

  List<AnswerLine> lines() {
    return List.copyOf(lines);
  }

  int takeovers() {
    return takeovers;
  }

  /** Whether this worker has not called yet. */
  boolean isUntried() {
    return attempts == attemptsBefore;
  }

  int attempts() {
    return attempts;
  }

  Duration calling() {
    return calling;
  }

  /** What went wrong last, else empty. */
  String problem() {
    return problem;
  }

  /** The journeys that have no line yet. */
  List<Journey> unsettled(List<Journey> journeys) {
    Set<String> settled = new HashSet<>();
    lines.forEach(line -> settled.add(line.conversionId()));
    return journeys.stream().filter(j -> !settled.contains(j.conversionId())).toList();
  }

  /** Whether the service answered for any journey. */
  boolean isPaid() {
    return lines.stream().anyMatch(AnswerLine::isPaid);
  }
}
