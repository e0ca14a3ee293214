package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a state is left.
 *
 * @param output what it hands on; empty for the state's own default
 * @param assign the variables it sets, by name
 * @param next the next state; empty when the flow ends here
 */
public record Exit(Optional<Template> output, Map<String, Template> assign, Optional<String> next) {
  public Exit {
    assign = new LinkedHashMap<>(assign);
  }
}
