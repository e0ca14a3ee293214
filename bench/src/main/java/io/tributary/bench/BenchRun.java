package io.tributary.bench;

import java.util.Map;

/**
 * How long an execution took.
 *
 * @param seconds from StartExecution to its end
 * @param stages seconds by stage, in the order of the chain
 */
record BenchRun(double seconds, Map<String, Double> stages) {}
