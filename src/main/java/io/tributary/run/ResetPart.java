package io.tributary.run;

import java.util.List;
import java.util.Objects;

/**
 * What is calculated from scratch together.
 *
 * @param name as the command and the table of resets call it, such as {@code identity}
 * @param tables where what was calculated lies; those that a project does not have are passed over
 */
public record ResetPart(String name, List<String> tables) {
  public ResetPart {
    Objects.requireNonNull(name);
    tables = List.copyOf(tables);
  }
}
