package io.tributary.local.states.definition;

/** Where in a definition, such as {@code /States/Load/Retry[0]}. */
record Place(String path) {
  static final Place ROOT = new Place("");

  Place member(String name) {
    return new Place(path + "/" + name);
  }

  Place element(int index) {
    return new Place(path + "[" + index + "]");
  }

  @Override
  public String toString() {
    return path.isEmpty() ? "/" : path;
  }
}
