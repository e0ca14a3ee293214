package io.tributary.identity;

import java.util.Objects;

/** A value of a type, which stands for a person or a device: {@code email:ada@example.com}. */
public record Identifier(String type, String value) {
  public Identifier {
    Objects.requireNonNull(type);
    Objects.requireNonNull(value);
  }

  /** Type and value with a colon between. No type's name has a colon, so this is unambiguous. */
  @Override
  public String toString() {
    return type + ":" + value;
  }
}
