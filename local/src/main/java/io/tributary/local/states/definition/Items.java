package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.Optional;

/**
 * What a Map goes over.
 *
 * @param items the array; empty for the state's input
 * @param selector what each flow is given; empty for the item itself
 */
public record Items(Optional<Template> items, Optional<Template> selector) {}
