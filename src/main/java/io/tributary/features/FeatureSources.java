package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.FeatureScope;
import io.tributary.config.Features;
import io.tributary.config.SourceKind;
import io.tributary.features.FeatureSource.Rows;
import io.tributary.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the features of a project can be taken from, with the sources that it has. */
final class FeatureSources {
  static final String ACTIVITY = "activity";
  static final String LINES = "order_lines";
  static final String SESSIONS = "web_sessions";

  private static final Map<String, String> NEEDS =
      Map.of(
          ACTIVITY, "a source of kind `tracks` or `pages`",
          SESSIONS, "a source of kind `tracks` or `pages`",
          LINES, "a source of kind `order_completed` with a column `products`");

  private final Map<String, FeatureSource> sources = new LinkedHashMap<>();

  FeatureSources(List<BoundSource> bound, Features features, boolean hasSessions) {
    for (BoundSource source : bound) {
      if (source.source().kind().happens()) {
        add(source, features);
      }
    }
    List<BoundSource> seen = activity(bound);
    if (!seen.isEmpty()) {
      made(ACTIVITY, Rows.ACTIVITY, Optional.empty(), FeatureScope.activity());
    }
    if (hasSessions) {
      made(SESSIONS, Rows.SESSIONS, Optional.empty(), FeatureScope.sessions());
    }
  }

  private void add(BoundSource source, Features features) {
    SourceKind kind = source.source().kind();
    Rows rows = kind == SourceKind.ORDER_COMPLETED ? Rows.ORDERS : Rows.EVENTS;
    FeatureScope scope = FeatureScope.events(source, features);
    var taken = new FeatureSource(source.source().name(), rows, Optional.of(source), scope);
    sources.put(source.source().name(), taken);
    if (!kind.isGeneric()) {
      sources.put(kind.label(), taken);
    }
    if (scope.columns().containsKey("product_lines")) {
      made(LINES, Rows.LINES, Optional.of(source), FeatureScope.lines(features));
    }
  }

  private void made(String name, Rows rows, Optional<BoundSource> bound, FeatureScope scope) {
    sources.put(name, new FeatureSource(name, rows, bound, scope));
  }

  /** The sources whose events say that somebody was there. */
  static List<BoundSource> activity(List<BoundSource> bound) {
    Set<SourceKind> kinds = Set.of(SourceKind.TRACKS, SourceKind.PAGES);
    return bound.stream().filter(source -> kinds.contains(source.source().kind())).toList();
  }

  Optional<FeatureSource> find(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Whether a project could have it, though this one has not. */
  static boolean isKnown(String name) {
    return NEEDS.containsKey(name) || SourceKind.of(name).filter(SourceKind::happens).isPresent();
  }

  /** What has to be there for it, as part of a sentence. */
  static String needs(String name) {
    return NEEDS.getOrDefault(name, "a source of kind `" + name + "`");
  }

  /** What to write instead of a source that no project has. */
  String mend(String name) {
    Set<String> names = new TreeSet<>(sources.keySet());
    names.addAll(NEEDS.keySet());
    return Nearest.to(name, names)
        .map(near -> "did you mean `" + near + "`?")
        .orElseGet(() -> "there are " + String.join(", ", new ArrayList<>(names)) + ".");
  }
}
