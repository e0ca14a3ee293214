package io.tributary.local.states.execution;

import io.tributary.local.states.definition.Definition;
import java.time.Instant;

/** A machine that executions can be started of. */
public record Machine(String arn, String name, Definition definition, Instant created) {}
