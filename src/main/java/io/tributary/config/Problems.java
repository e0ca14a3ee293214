package io.tributary.config;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what is wrong with one file, one problem a key. Not safe for use by several threads. */
final class Problems {
  private final String file;
  private final Lines lines;
  private final List<Problem> before;
  private final Set<String> known;
  private final Map<String, Problem> byPath = new LinkedHashMap<>();

  /**
   * @param before what was found before the values could be looked at
   */
  Problems(String file, Lines lines, List<Problem> before) {
    this(file, lines, before, Set.of());
  }

  private Problems(String file, Lines lines, List<Problem> before, Set<String> known) {
    this.file = file;
    this.lines = lines;
    this.before = List.copyOf(before);
    this.known = Set.copyOf(known);
  }

  /** Of a file that was read: what is known to be wrong with it is not noted again. */
  static Problems further(ProjectFile file) {
    return new Problems(file.fileName(), file.lines(), List.of(), file.wrongKeys());
  }

  /** Notes a problem of this key, unless one is noted already. */
  void at(String path, String sentence) {
    if (!known.contains(path)) {
      byPath.putIfAbsent(path, new Problem(file, lines.of(path), sentence));
    }
  }

  /** Whether the file itself has this key. */
  boolean has(String path) {
    return lines.has(path);
  }

  /** Whether the key, or one below it, has a problem. */
  boolean touch(String path) {
    return keys().anyMatch(key -> isWithin(path, key));
  }

  /**
   * Whether the key, or one below it, has a problem that is not minor.
   *
   * @param minor whether a key is, by its path below this one, which is empty for this one
   */
  boolean touchBesides(String path, Predicate<String> minor) {
    return keys()
        .filter(key -> isWithin(path, key))
        .map(key -> key.substring(Math.min(key.length(), path.length() + 1)))
        .anyMatch(minor.negate());
  }

  /** The keys that have a problem. */
  Set<String> wrongKeys() {
    return keys().collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> keys() {
    return Stream.concat(known.stream(), byPath.keySet().stream());
  }

  private static boolean isWithin(String path, String key) {
    return key.equals(path) || key.startsWith(path + ".");
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
