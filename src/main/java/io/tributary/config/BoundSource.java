package io.tributary.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A source whose columns were found in its raw table.
 *
 * @param columns logical name to the physical name as stored; a column that is not there is absent
 * @param hasOrigin whether the table also says from which file and line a row came ({@code _file},
 *     {@code _line}), as locally loaded tables do
 */
public record BoundSource(Source source, Map<String, String> columns, boolean hasOrigin) {
  public BoundSource {
    Objects.requireNonNull(source);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  public Optional<String> column(String logical) {
    return Optional.ofNullable(columns.get(logical));
  }
}
