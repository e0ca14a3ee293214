package io.tributary.local.states.execution;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of a flow; an inner flow sees those around it and sets only its own. */
final class Variables {
  private final Variables outer;
  private Map<String, Object> own = Map.of();

  private Variables(Variables outer) {
    this.outer = outer;
  }

  /** No variables yet, and none around. */
  static Variables none() {
    return new Variables(null);
  }

  /** The variables of a flow inside this one. */
  Variables inner() {
    return new Variables(this);
  }

  void assign(Map<String, Object> values) {
    if (!values.isEmpty()) {
      Map<String, Object> changed = new LinkedHashMap<>(own);
      changed.putAll(values);
      own = changed;
    }
  }

  /** Every variable that can be seen from here. */
  Map<String, Object> visible() {
    Map<String, Object> all = outer == null ? new LinkedHashMap<>() : outer.visible();
    all.putAll(own);
    return all;
  }
}
