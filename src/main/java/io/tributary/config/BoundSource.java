package io.tributary.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A source whose columns were found in its raw table.
 *
 * @param columns logical name to the physical name as stored; a column that is not there is absent
 * @param payload what the payload of its events is made of, name to physical name; empty where an
 *     event brings a payload of its own, or is none
 * @param nested the physical names of columns of type SUPER
 * @param hasOrigin whether the table also says from which file and line a row came ({@code _file},
 *     {@code _line}), as locally loaded tables do
 */
public record BoundSource(
    Source source,
    Map<String, String> columns,
    Map<String, String> payload,
    Set<String> nested,
    boolean hasOrigin) {
  public BoundSource {
    Objects.requireNonNull(source);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    nested = Set.copyOf(nested);
  }

  public Optional<String> column(String logical) {
    return Optional.ofNullable(columns.get(logical));
  }

  /** The same source, its columns known by more names, or by fewer. */
  BoundSource withColumns(Map<String, String> others) {
    return new BoundSource(source, others, payload, nested, hasOrigin);
  }
}
