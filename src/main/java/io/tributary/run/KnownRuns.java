package io.tributary.run;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A project's runs and what became of them, and so which of them can be live. */
record KnownRuns(long live, List<Known> runs) {
  private static final String PUBLISHED = "published";
  private static final String CALCULATED = "calculated";

  KnownRuns {
    runs = List.copyOf(runs);
  }

  /**
   * A run.
   *
   * @param status as the table of runs has it
   * @param supersededBy the run that began without it
   */
  record Known(long run, String status, OptionalLong supersededBy) {
    boolean canBeLive() {
      return status.equals(PUBLISHED) || status.equals(CALCULATED);
    }
  }

  static KnownRuns of(long live, Rows rows) {
    List<Known> runs = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Optional<String> by = rows.text(row, 2);
      OptionalLong supersededBy =
          by.isPresent() ? OptionalLong.of(Long.parseLong(by.get())) : OptionalLong.empty();
      runs.add(new Known(rows.number(row, 0), rows.text(row, 1).orElseThrow(), supersededBy));
    }
    return new KnownRuns(live, runs);
  }

  /**
   * The run to publish.
   *
   * @param wanted empty for the newest that is not live
   * @throws UserException if there is none, or the wanted one cannot be published
   */
  long toPublish(Optional<Long> wanted) {
    if (wanted.isEmpty()) {
      return newest(known -> known.canBeLive() && known.run() > live)
          .orElseThrow(() -> refused(nothingToPublish()));
    }
    long run = kept(wanted.get());
    if (run < live) {
      throw refused(
          "Run %d is older than the live run %d; rollback --to %d goes back to it."
              .formatted(run, live, run));
    }
    return run;
  }

  /**
   * The run to go back to.
   *
   * @param wanted empty for the newest before the live one
   * @throws UserException if there is none, or it is impossible to go back to the wanted one
   */
  long toGoBackTo(Optional<Long> wanted) {
    if (live == 0) {
      throw refused("Nothing is live yet, so there is nothing to go back from.");
    }
    if (wanted.isEmpty()) {
      return newest(known -> known.status().equals(PUBLISHED) && known.run() < live)
          .orElseThrow(
              () ->
                  refused(
                      "No published run before the live run %d is kept; keep_runs in the project file says how many are."
                          .formatted(live)));
    }
    long run = kept(wanted.get());
    if (run > live) {
      throw refused(
          "Run %d is newer than the live run %d; publish --run %d makes it live."
              .formatted(run, live, run));
    }
    return run;
  }

  private String nothingToPublish() {
    if (runs.isEmpty()) {
      return "There is nothing to publish, because the project has not been run yet; run it.";
    }
    return live == 0
        ? "There is nothing to publish: no run calculated everything; run it again."
        : "There is nothing to publish: run %d is live and no newer one is calculated."
            .formatted(live);
  }

  private long kept(long run) {
    Known known =
        runs.stream()
            .filter(one -> one.run() == run)
            .findFirst()
            .orElseThrow(() -> refused(unknown(run)));
    if (run == live) {
      throw refused("Run %d is live already; there is nothing to do.".formatted(run));
    }
    if (!known.canBeLive()) {
      throw refused(whyNot(known));
    }
    return run;
  }

  private String unknown(long run) {
    return newest(known -> true)
        .map(newest -> "There is no run %d; the newest is run %d.".formatted(run, newest))
        .orElse("There is no run %d, because the project has not been run yet.".formatted(run));
  }

  private static String whyNot(Known known) {
    if (known.supersededBy().isPresent()) {
      return "Run %d was superseded when run %d began from what was live then; run again to calculate it anew."
          .formatted(known.run(), known.supersededBy().getAsLong());
    }
    return switch (known.status()) {
      case "partial" ->
          "Run %d calculated some stages only; run again without --only.".formatted(known.run());
      case "retired" ->
          "Run %d is no longer kept; keep_runs in the project file says how many are."
              .formatted(known.run());
      default ->
          "Run %d did not succeed, so there is nothing of it to show; run again."
              .formatted(known.run());
    };
  }

  private Optional<Long> newest(Predicate<Known> which) {
    return runs.stream().filter(which).map(Known::run).max(Comparator.naturalOrder());
  }

  private static UserException refused(String sentence) {
    return new UserException(ErrorCode.NOT_AVAILABLE, sentence);
  }
}
