package io.tributary.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects what is wrong with one file, one problem a key. Not safe for use by several threads. */
final class Problems {
  private final String file;
  private final Lines lines;
  private final List<Problem> before;
  private final Map<String, Problem> byPath = new LinkedHashMap<>();

  /**
   * @param before what was found before the values could be looked at
   */
  Problems(String file, Lines lines, List<Problem> before) {
    this.file = file;
    this.lines = lines;
    this.before = List.copyOf(before);
  }

  /** Notes a problem of this key, unless one is noted already. */
  void at(String path, String sentence) {
    byPath.putIfAbsent(path, new Problem(file, lines.of(path), sentence));
  }

  /** Whether the file itself has this key. */
  boolean has(String path) {
    return lines.has(path);
  }

  /** Whether the key, or one below it, has a problem. */
  boolean touch(String path) {
    return byPath.keySet().stream()
        .anyMatch(other -> other.equals(path) || other.startsWith(path + "."));
  }

  boolean none() {
    return before.isEmpty() && byPath.isEmpty();
  }

  /** All that was found, by line. */
  List<Problem> byLine() {
    return Stream.concat(before.stream(), byPath.values().stream())
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line))
        .toList();
  }
}
