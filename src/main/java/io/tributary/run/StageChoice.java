package io.tributary.run;

import io.tributary.config.Project;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which stages of the chain a run takes. Each needs those before it. */
public final class StageChoice {
  /** The chain, in order. */
  static final List<String> CHAIN =
      List.of(
          "extract",
          "encode",
          "replay",
          "stitch",
          "context",
          "attributes",
          "cut",
          "sessions",
          "metrics",
          "features",
          "journeys",
          "attribute",
          "credit",
          "report",
          "publish");

  /** A whole run that is not published ends with a comparison to what is live. */
  public static final String COMPARE = "compare";

  private static final Set<String> OF_IDENTITY =
      Set.of("encode", "replay", "stitch", "context", "attributes");
  private static final Set<String> OF_SESSIONS = Set.of("cut", "sessions", "metrics");
  private static final Set<String> OF_ATTRIBUTION =
      Set.of("journeys", "attribute", "credit", "report");

  private StageChoice() {}

  /**
   * The stages of a run.
   *
   * @param project what its sources feed
   * @throws UserException if a stage of {@code only} does not exist
   */
  public static List<String> of(List<String> only, boolean publish, Project project) {
    List<String> chain = CHAIN.stream().filter(stage -> isFed(stage, project)).toList();
    List<String> calculated = chain.subList(0, chain.size() - 1);
    int last = -1;
    for (String stage : only) {
      int position = calculated.indexOf(stage);
      if (position < 0) {
        throw new UserException(
            ErrorCode.NOT_AVAILABLE,
            "There is no stage '"
                + stage
                + "' to run with --only; choose among "
                + String.join(", ", calculated)
                + ".");
      }
      last = Math.max(last, position);
    }
    boolean whole = only.isEmpty() || last == calculated.size() - 1;
    if (whole) {
      return publish ? chain : Stream.concat(calculated.stream(), Stream.of(COMPARE)).toList();
    }
    return calculated.subList(0, last + 1);
  }

  /** What the project's sources do not feed, in sentences; identity is left out without a word. */
  public static List<String> leftOut(Project project) {
    if (project.attribution().isPresent()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    said.add(
        "Left out: journeys, credit and the channel report, because there is no source of kind "
            + missing(project)
            + ".");
    List<String> costs =
        project.sources().stream()
            .filter(source -> !source.kind().happens())
            .map(source -> "`" + source.name() + "`")
            .toList();
    if (!costs.isEmpty()) {
      said.add("Not read: the costs of " + String.join(" and ", costs) + ", which need a report.");
    }
    return said;
  }

  private static String missing(Project project) {
    List<String> kinds = new ArrayList<>();
    if (project.sources().stream().noneMatch(source -> source.kind().converts())) {
      kinds.add("`conversions` or `order_completed`");
    }
    if (project.sources().stream().noneMatch(source -> source.kind().hasChannel())) {
      kinds.add("`session_sources` or `pages`");
    }
    return String.join(" and none of kind ", kinds);
  }

  private static boolean isFed(String stage, Project project) {
    return (project.identity().isPresent() || !OF_IDENTITY.contains(stage))
        && (project.hasWebEvents() || !OF_SESSIONS.contains(stage))
        && (project.calculatesFeatures() || !stage.equals("features"))
        && (project.attribution().isPresent() || !OF_ATTRIBUTION.contains(stage));
  }
}
