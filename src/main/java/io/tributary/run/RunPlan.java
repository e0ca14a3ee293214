package io.tributary.run;

import io.tributary.config.Attribution;
import io.tributary.config.BoundSource;
import io.tributary.config.Project;
import io.tributary.config.SourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run has to do, fixed when it is planned and kept as an object; every later step reads it.
 *
 * @param run the run's number, greater than that of every run before
 * @param execution the execution that owns the run
 * @param plannedAt when it was planned, in whole seconds: ages of stored answers count from here
 * @param from first moment of the window, UTC; empty for the beginning of the data
 * @param to end of the window, UTC, exclusive
 * @param stages the stages that do work in this run; the others answer at once
 * @param paying how the attribution service may be used
 */
public record RunPlan(
    long run,
    String execution,
    Instant plannedAt,
    Optional<Instant> from,
    Instant to,
    Instant asOf,
    Project project,
    List<BoundSource> sources,
    List<String> stages,
    Paying paying) {
  public RunPlan {
    sources = List.copyOf(sources);
    stages = List.copyOf(stages);
  }

  /** Whether journeys may be sent, and whether stored answers count. */
  public enum Paying {
    /** Journeys without a stored answer are sent. */
    NEW_JOURNEYS,
    /** Every journey is sent anew ({@code --no-reuse}). */
    ALL_JOURNEYS,
    /** Nothing is sent ({@code --dry-run}). */
    NOTHING
  }

  /** The source of this kind, where the project has one. */
  public Optional<BoundSource> source(SourceKind kind) {
    return sources.stream().filter(bound -> bound.source().kind() == kind).findFirst();
  }

  /** How credit is given; a run is planned only for a project that has it. */
  public Attribution attribution() {
    return project.attribution().orElseThrow();
  }

  /** The first moment whose events count, UTC; empty for the beginning of the data. */
  public Optional<Instant> eventsFrom() {
    return project.window().beginning(project.timezone(), plannedAt);
  }

  /** Whether the stage does work in this run. */
  public boolean includes(String stage) {
    return stages.contains(stage);
  }
}
