package io.tributary.run;

import io.tributary.config.Project;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What is calculated from scratch together.
 *
 * @param name as the command and the table of resets call it, such as {@code identity}
 * @param tables where what was calculated lies; those that are not made yet are passed over, and
 *     {@code name} stands for all tables {@code name__…} too
 * @param has whether a project calculates it
 */
public record ResetPart(String name, List<String> tables, Predicate<Project> has) {
  public ResetPart {
    Objects.requireNonNull(name);
    Objects.requireNonNull(has);
    tables = List.copyOf(tables);
  }
}
