package io.tributary.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tributary.expression.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something known about a profile, taken from its events.
 *
 * @param id what it is called in results
 * @param value what is taken of an event; empty for {@code custom} alone
 * @param outer what is taken of each element where the value is an array
 * @param weight how much an event's value counts; empty for 1
 * @param filter which events count
 * @param sources the sources by name; empty for all whose columns the expressions name
 * @param types the events' types; empty for all
 * @param versions the events' versions; empty for all
 * @param query what calculates it, for {@code custom} alone
 * @param dataType what its column of the wide table holds; empty for what the expression gives
 */
public record AttributeRule(
    String id,
    AttributeType type,
    Optional<WrittenExpression> value,
    Optional<Outer> outer,
    Optional<WrittenExpression> weight,
    Optional<WrittenExpression> filter,
    List<String> sources,
    List<String> types,
    List<String> versions,
    Optional<String> query,
    Optional<ValueType> dataType) {
  public AttributeRule {
    Objects.requireNonNull(id);
    sources = List.copyOf(sources);
    types = List.copyOf(types);
    versions = List.copyOf(versions);
    boolean isCustom = type == AttributeType.CUSTOM;
    if (query.isPresent() != isCustom || value.isPresent() == isCustom) {
      throw new IllegalArgumentException("The attribute " + id + " has a value or a query");
    }
  }

  /**
   * What is taken of an element, which the expressions see as {@code value}.
   *
   * @param value what counts of it
   * @param weight how much it counts, times the event's weight; empty for 1
   * @param filter which elements count
   */
  public record Outer(
      WrittenExpression value,
      Optional<WrittenExpression> weight,
      Optional<WrittenExpression> filter) {}

  /** Whether it is taken from events of the source, as far as the project file says. */
  public boolean mayRead(String source) {
    return sources.isEmpty() || sources.contains(source);
  }

  /** The expressions over an event that give a value. */
  @JsonIgnore
  public List<WrittenExpression> readings() {
    return Stream.concat(value.stream(), weight.stream()).toList();
  }
}
