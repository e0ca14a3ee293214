package io.tributary.local.states.integration;

/**
 * How a service is addressed.
 *
 * @param target what comes before the operation in the target header
 * @param version of the JSON protocol
 * @param errorPrefix what Step Functions puts before the service's error names
 */
record JsonService(String target, String version, String errorPrefix) {}
