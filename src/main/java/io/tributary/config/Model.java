package io.tributary.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An attribution model that this version calculates. */
public enum Model {
  IHC,
  FIRST_TOUCH,
  LAST_TOUCH,
  LAST_NON_DIRECT,
  LINEAR,
  TIME_DECAY,
  POSITION_BASED;

  /** The name in project files and in tables, such as {@code first_touch}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The model of that name, or empty. */
  public static Optional<Model> of(String label) {
    return Arrays.stream(values()).filter(model -> model.label().equals(label)).findFirst();
  }
}
