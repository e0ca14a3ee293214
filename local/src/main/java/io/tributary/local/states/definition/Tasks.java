package io.tributary.local.states.definition;

import io.tributary.local.states.jsonata.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Task states and checks the arguments that their resource takes. */
final class Tasks {
  private static final long LONGEST_SECONDS = 99_999_999;

  private Tasks() {}

  static State read(String name, Fields fields) {
    fields.allowOnly(
        States.withHandling("Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds"));
    Optional<Template> timeout = seconds(fields, "TimeoutSeconds");
    Optional<Template> heartbeat = seconds(fields, "HeartbeatSeconds");
    if (constant(heartbeat) >= constant(timeout) && constant(timeout) > 0) {
      fields.refuse("HeartbeatSeconds", "must be less than TimeoutSeconds");
    }
    Optional<Template> arguments = fields.template("Arguments");
    return new State.Task(
        name,
        resource(fields, arguments),
        arguments,
        timeout,
        heartbeat,
        Errors.read(fields),
        Exits.ofState(fields));
  }

  private static Resource resource(Fields fields, Optional<Template> arguments) {
    String arn = fields.text("Resource");
    Optional<Resource> resource = Resource.of(arn);
    if (resource.isEmpty() && !arn.isEmpty()) {
      fields.refuse("Resource", "names '" + arn + "', which this runner does not have");
    }
    resource.ifPresent(known -> checkArguments(fields, known, arguments));
    return resource.orElse(
        new Resource(arn, Resource.Service.FUNCTION, arn, Resource.Completion.ANSWER));
  }

  private static void checkArguments(
      Fields fields, Resource resource, Optional<Template> arguments) {
    Arguments rule = Arguments.of(resource);
    Set<String> given =
        arguments.map(Tasks::writtenNames).orElse(Optional.of(Set.of())).orElse(rule.required());
    for (String missing : rule.missing(given)) {
      fields.refuse("Arguments/" + missing, "is missing: " + resource.arn() + " needs it");
    }
    for (String unknown : rule.unknown(given)) {
      fields.refuse("Arguments/" + unknown, "is not supported by " + resource.arn());
    }
  }

  /** The names of the arguments; empty where an expression makes them. */
  private static Optional<Set<String>> writtenNames(Template arguments) {
    if (arguments instanceof Template.Members members) {
      return Optional.of(members.members().keySet());
    }
    if (arguments instanceof Template.Literal literal && literal.value() instanceof Map<?, ?> map) {
      return Optional.of(Set.copyOf(map.keySet().stream().map(String::valueOf).toList()));
    }
    return arguments instanceof Template.Query ? Optional.empty() : Optional.of(Set.of());
  }

  private static Optional<Template> seconds(Fields fields, String field) {
    Optional<Template> template = Numbers.count(fields, field, LONGEST_SECONDS);
    boolean zero =
        template.isPresent()
            && template.get() instanceof Template.Literal literal
            && literal.value() instanceof Number number
            && number.doubleValue() == 0;
    if (zero) {
      fields.refuse(field, "must be more than 0");
    }
    return template;
  }

  private static long constant(Optional<Template> template) {
    return template
        .filter(Template.Literal.class::isInstance)
        .map(literal -> ((Template.Literal) literal).value())
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue())
        .orElse(-1L);
  }
}
