package io.tributary.identity;

import io.tributary.run.StageContext;
import io.tributary.step.Figure;
import io.tributary.warehouse.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How much a run's quarantine and its largest profile grew beyond what is live. A jump in either
 * means most likely that a value is shared by strangers.
 *
 * @param live whether any profile is live: what is calculated for the first time has not grown
 * @param rules rules by how much they grew, most first
 */
record Growth(boolean live, List<Rule> rules, long largestBefore, long largestNow) {
  private static final int RULES_NAMED = 3;

  Growth {
    rules = List.copyOf(rules);
  }

  /** A rule that keeps identifiers out, with its rows in the quarantine. */
  record Rule(String reason, String type, long before, long now) {
    private String sentence() {
      return "%s from %,d to %,d (%s)".formatted(name(), before, now, mend());
    }

    private String name() {
      return switch (reason) {
        case "limit" -> "limit of " + type;
        case "blocked" -> "block list of " + type;
        case "correction" -> "corrections";
        default -> reason;
      };
    }

    private String mend() {
      return switch (reason) {
        case "limit" -> "block the value that several people share, or raise the limit";
        case "blocked" -> "nothing to do where the list is meant so";
        case "correction" -> "see whether they are still right";
        default -> "block the value that many people share, or raise it";
      };
    }
  }

  /** Reads what the run calculated, before it is published. */
  static Growth of(StageContext context) {
    Rows sizes =
        context.query(
            "identity/largest_profile.sql",
            Map.of("identities", IdentityTables.rowsOfRun("identity_map")));
    Rows rows =
        context.query(
            "identity/quarantine_growth.sql",
            Map.of("quarantine", IdentityTables.rowsOfRun("identity_quarantine")));
    List<Rule> rules = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      rules.add(
          new Rule(
              rows.text(row, 0).orElseThrow(),
              rows.text(row, 1).orElse(""),
              rows.number(row, 2),
              rows.number(row, 3)));
    }
    return new Growth(sizes.number(0, 0) > 0, rules, sizes.number(0, 0), sizes.number(0, 1));
  }

  /** A sentence where the quarantine grew: from what to what, by which rules, and the mend. */
  List<String> warnings() {
    if (!live || quarantined() <= 0) {
      return List.of();
    }
    String grown =
        rules.stream()
            .filter(rule -> rule.now() > rule.before())
            .limit(RULES_NAMED)
            .map(Rule::sentence)
            .collect(Collectors.joining(", "));
    return List.of(
        "The identity quarantine grew from %,d to %,d rows: %s; the table identity_quarantine names them."
            .formatted(sum(Rule::before), sum(Rule::now), grown));
  }

  /** For the operators' metrics; what shrank did not grow. */
  Map<Figure, Long> figures() {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.QUARANTINE_GROWTH, live ? Math.max(0, quarantined()) : 0);
    figures.put(Figure.PROFILE_GROWTH, live ? Math.max(0, largestNow - largestBefore) : 0);
    figures.put(Figure.LARGEST_PROFILE, largestNow);
    return figures;
  }

  private long quarantined() {
    return sum(Rule::now) - sum(Rule::before);
  }

  private long sum(ToLongFunction<Rule> rows) {
    return rules.stream().mapToLong(rows).sum();
  }
}
