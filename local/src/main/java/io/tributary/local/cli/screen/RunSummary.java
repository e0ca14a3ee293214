package io.tributary.local.cli.screen;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a finished run has to show.
 *
 * @param run its number
 * @param window the window in words, such as {@code 2023-01-01 to 2023-12-31}
 * @param report totals per model and channel, models in the order in which they are shown; empty
 *     where the project has no report
 * @param sections what there is beside the report
 * @param places where the results lie
 * @param ending how far the run went
 */
public record RunSummary(
    long run,
    String window,
    Duration took,
    Optional<List<ChannelTotals>> report,
    List<Section> sections,
    List<Place> places,
    Ending ending) {
  /** How far a run went. */
  public enum Ending {
    /** What it calculated is live. */
    PUBLISHED,
    /** It calculated everything and switched nothing. */
    CALCULATED,
    /** It ended before the last of its stages. */
    ONLY_STAGES
  }

  public RunSummary {
    Objects.requireNonNull(window);
    Objects.requireNonNull(ending);
    report = report.map(List::copyOf);
    sections = List.copyOf(sections);
    places = List.copyOf(places);
  }

  /** Where something lies: what it is, and a path or a command that shows it. */
  public record Place(String what, String where) {}
}
