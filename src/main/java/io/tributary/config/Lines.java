package io.tributary.config;

import java.util.Map;

/**
 * In which line of a project file each key stands.
 *
 * @param byPath the line, counted from 1, of a key by its dotted path such as {@code
 *     sources.sessions.columns}; entries of a list are numbered from 0
 */
public record Lines(Map<String, Integer> byPath) {
  public Lines {
    byPath = Map.copyOf(byPath);
  }

  /** Whether the file itself has this key. */
  public boolean has(String path) {
    return byPath.containsKey(path);
  }

  /** The line of the key or of the nearest key above it; 1 where the file has none of them. */
  public int of(String path) {
    String known = path;
    while (!byPath.containsKey(known)) {
      int dot = known.lastIndexOf('.');
      if (dot < 0) {
        return 1;
      }
      known = known.substring(0, dot);
    }
    return byPath.get(known);
  }
}
