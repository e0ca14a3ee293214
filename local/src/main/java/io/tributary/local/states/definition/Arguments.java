package io.tributary.local.states.definition;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the arguments that a resource takes.
 *
 * @param open whether names beyond the known ones are the service's own affair
 */
public record Arguments(Set<String> required, Set<String> optional, boolean open) {
  public Arguments {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** The arguments of a resource. */
  public static Arguments of(Resource resource) {
    return switch (resource.service()) {
      case FUNCTION -> new Arguments(Set.of(), Set.of(), true);
      case LAMBDA -> new Arguments(Set.of("FunctionName"), Set.of("Payload"), false);
      case REDSHIFT_DATA -> new Arguments(Set.of(), Set.of(), true);
      case SQS ->
          new Arguments(
              Set.of("QueueUrl", "MessageBody"),
              Set.of(
                  "DelaySeconds",
                  "MessageAttributes",
                  "MessageDeduplicationId",
                  "MessageGroupId",
                  "MessageSystemAttributes"),
              false);
      case STATES ->
          new Arguments(Set.of("StateMachineArn"), Set.of("Input", "Name", "TraceHeader"), false);
    };
  }

  /** The required names that are not given. */
  public Set<String> missing(Set<String> given) {
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(given);
    return missing;
  }

  /** The given names that the resource does not take. */
  public Set<String> unknown(Set<String> given) {
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(required);
    unknown.removeAll(optional);
    return open ? Set.of() : unknown;
  }
}
