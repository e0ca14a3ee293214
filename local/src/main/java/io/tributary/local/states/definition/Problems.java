package io.tributary.local.states.definition;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a definition, each with its place. */
final class Problems {
  private final List<String> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(place + ": " + message);
  }

  boolean none() {
    return found.isEmpty();
  }

  List<String> all() {
    return List.copyOf(found);
  }
}
