package io.tributary.local.states.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * Who an execution is.
 *
 * @param mapRun the map run that it belongs to, for an item of a distributed Map
 * @param inputText its input as JSON text
 */
public record ExecutionIdentity(
    String arn,
    String name,
    String machineArn,
    String machineName,
    Optional<String> mapRun,
    Instant started,
    String inputText) {}
