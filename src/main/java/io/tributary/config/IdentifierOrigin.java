package io.tributary.config;

import java.util.List;
import java.util.Objects;

/**
 * Where events carry an identifier.
 *
 * @param source the source by its name in the project file
 * @param types the events' types; empty for all
 * @param versions the events' versions; empty for all
 * @param value where in the event
 */
public record IdentifierOrigin(
    String source, List<String> types, List<String> versions, WrittenValue value) {
  public IdentifierOrigin {
    Objects.requireNonNull(source);
    Objects.requireNonNull(value);
    types = List.copyOf(types);
    versions = List.copyOf(versions);
  }
}
