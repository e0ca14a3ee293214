package io.tributary.features;

import io.tributary.config.BoundSource;
import io.tributary.config.Source;
import io.tributary.config.SourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Sources whose tables have every column of their kind. */
final class BoundSources {
  private BoundSources() {}

  /** One of each kind of the event spec, called as its kind. */
  static List<BoundSource> all() {
    return Stream.of(
            SourceKind.TRACKS,
            SourceKind.PAGES,
            SourceKind.IDENTIFIES,
            SourceKind.PRODUCT_ADDED,
            SourceKind.CHECKOUT_STEP_COMPLETED,
            SourceKind.ORDER_COMPLETED)
        .map(BoundSources::of)
        .toList();
  }

  private static BoundSource of(SourceKind kind) {
    Map<String, String> columns = new LinkedHashMap<>();
    kind.columns().forEach(column -> columns.put(column.name(), column.name()));
    Map<String, String> payload = new LinkedHashMap<>(columns);
    payload.put("sku", "sku");
    payload.put("category", "category");
    Source source = new Source(kind.label(), kind, "raw." + kind.label(), Map.of());
    return new BoundSource(source, columns, payload, Set.of(), false);
  }
}
