package io.tributary.step;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A step as a function is made of it.
 *
 * @param timeout after which the platform ends a call
 * @param environment makes an instance, which serves one call at a time
 */
public record StepDefinition(
    String name, Duration timeout, Supplier<? extends Step<?, ?>> environment) {}
