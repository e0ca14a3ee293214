package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.Optional;

/** How many items of a distributed Map may fail, as a count or a percentage; none by default. */
public record Tolerance(Optional<Template> count, Optional<Template> percentage) {}
