package io.tributary.config;

import io.tributary.text.Nearest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks what the schema cannot say about the sources: one of a kind, their columns, their use. */
final class SourcesCheck {
  private final List<Source> sources;
  private final String outputSchema;
  private final Problems problems;

  private SourcesCheck(List<Source> sources, String outputSchema, Problems problems) {
    this.sources = sources;
    this.outputSchema = outputSchema;
    this.problems = problems;
  }

  static void check(List<Source> sources, String outputSchema, Problems problems) {
    SourcesCheck check = new SourcesCheck(sources, outputSchema, problems);
    check.oneOfAKind();
    check.names();
    sources.forEach(check::columns);
    sources.forEach(check::table);
    if (!problems.touch("sources")) {
      check.fed();
    }
  }

  private void oneOfAKind() {
    Map<SourceKind, Source> first = new EnumMap<>(SourceKind.class);
    for (Source source : sources) {
      if (source.kind().isGeneric()) {
        continue;
      }
      Source other = first.putIfAbsent(source.kind(), source);
      if (other != null) {
        problems.at(
            "sources." + source.name() + ".kind",
            "The sources `%s` and `%s` are both of kind `%s`; keep one."
                .formatted(other.name(), source.name(), source.kind().label()));
      }
    }
  }

  /** Working tables are called by their source, and the warehouse knows no capitals. */
  private void names() {
    Map<String, Source> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Source source : sources) {
      Source other = first.putIfAbsent(source.name(), source);
      if (other != null) {
        problems.at(
            "sources." + source.name(),
            "The names `%s` and `%s` differ only in capitals; rename one."
                .formatted(other.name(), source.name()));
      }
    }
  }

  private void columns(Source source) {
    List<String> known = source.kind().columns().stream().map(SourceKind.Column::name).toList();
    for (String written : source.columns().keySet()) {
      if (!known.contains(written)) {
        problems.at(
            "sources." + source.name() + ".columns." + written,
            "A source of kind `%s` has no column %s; %s"
                .formatted(source.kind().label(), Values.quoted(written), mend(source, written)));
      }
    }
  }

  private static String mend(Source source, String written) {
    List<SourceKind.Column> columns = source.kind().columns();
    List<String> known = columns.stream().map(SourceKind.Column::name).toList();
    return columns.stream()
        .filter(column -> column.aliases().contains(written))
        .map(SourceKind.Column::name)
        .findFirst()
        .map(name -> "it is called " + Values.quoted(name) + " here.")
        .or(() -> Nearest.to(written, known).map(near -> "did you mean `" + near + "`?"))
        .orElseGet(() -> "it has " + Values.listed(known) + ".");
  }

  private void table(Source source) {
    String path = "sources." + source.name() + ".table";
    String schema = source.table().toLowerCase(Locale.ROOT).split("[.]", 2)[0];
    if (problems.has(path) && schema.equals(outputSchema)) {
      problems.at(
          path,
          "The source `%s` reads from `%s`, which results are written to; name a raw table."
              .formatted(source.name(), outputSchema));
    }
  }

  /** What feeds nothing is a slip. Identity takes events from any source in which they happen. */
  private void fed() {
    List<SourceKind> kinds = sources.stream().map(Source::kind).toList();
    boolean conversions = kinds.stream().anyMatch(SourceKind::converts);
    boolean sessions = kinds.stream().anyMatch(SourceKind::hasChannel);
    boolean stitched =
        problems.has("identity")
            || kinds.stream().anyMatch(SourceKind::isWeb)
            || problems.has("features") && kinds.stream().anyMatch(SourceKind::isCommerce);
    if (kinds.contains(SourceKind.REFERRERS) && !kinds.contains(SourceKind.PAGES)) {
      problems.at(
          "sources",
          "A source of kind `referrers` says where pages were come to from, and there is none of kind"
              + " `pages`; add it or remove the referrers.");
    }
    if (kinds.contains(SourceKind.SESSION_COSTS)
        && !kinds.contains(SourceKind.SESSION_SOURCES)
        && kinds.contains(SourceKind.PAGES)
        && conversions) {
      problems.at(
          "sources",
          "Costs of sessions are of those of a source of kind `session_sources`, not of web sessions;"
              + " add it, or give the costs by channel with a source of kind `channel_costs`.");
    }
    if (problems.has("features")
        && !problems.has("identity")
        && kinds.stream().noneMatch(SourceKind::isCommerce)) {
      problems.at(
          "features",
          "`features` needs events; add a source such as one of kind `order_completed`, or"
              + " `identity`.");
    }
    if (conversions && !sessions && !stitched) {
      problems.at(
          "sources",
          "There are conversions and no sessions to credit; add a source of kind"
              + " `session_sources`.");
    } else if (sessions && !conversions && !stitched) {
      problems.at(
          "sources",
          "There are sessions and no conversions to credit them with; add a source of kind"
              + " `conversions`.");
    } else if (!(conversions && sessions) && problems.has("attribution")) {
      problems.at(
          "attribution",
          "`attribution` needs sources of kind `conversions` or `order_completed`, and of kind"
              + " `session_sources` or `pages`; add them or remove it.");
    } else if (!stitched && sources.stream().noneMatch(source -> source.kind().happens())) {
      problems.at(
          "sources",
          "Costs alone feed nothing; add sources of kind `conversions` and `session_sources`.");
    }
  }
}
