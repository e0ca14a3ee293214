package io.tributary.local.states.execution;

import io.tributary.local.functions.LocalFunctions;
import io.tributary.local.states.definition.Arguments;
import io.tributary.local.states.definition.Resource;
import io.tributary.local.states.integration.FunctionCalls;
import io.tributary.local.states.integration.JsonServiceCalls;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Calls the resource of a Task. */
final class Integrations {
  private final FunctionCalls functions;
  private final JsonServiceCalls services;
  private final ExecutionStarts starts;

  Integrations(
      LocalFunctions functions,
      Map<String, URI> services,
      Machines machines,
      Executions executions) {
    this.functions = new FunctionCalls(functions);
    this.services = new JsonServiceCalls(services);
    this.starts = new ExecutionStarts(machines, executions);
  }

  /** The answer as a JSON value; the future fails with a {@link StateFailure}. */
  CompletableFuture<Object> call(Resource resource, Object arguments) {
    if (resource.service() == Resource.Service.FUNCTION) {
      return functions.plain(resource.arn(), arguments);
    }
    Map<String, Object> named = named(resource, arguments);
    return switch (resource.service()) {
      case FUNCTION -> functions.plain(resource.arn(), arguments);
      case LAMBDA -> functions.invoke(named);
      case REDSHIFT_DATA -> services.redshiftData(resource.action(), named);
      case SQS -> services.sendMessage(named);
      case STATES -> starts.start(named);
    };
  }

  /** Arguments made by an expression are checked here; others were when the machine was made. */
  private static Map<String, Object> named(Resource resource, Object arguments) {
    if (!(arguments instanceof Map<?, ?> map)) {
      throw new StateFailure(
          StatesError.RUNTIME, "The arguments of " + resource.arn() + " are no object.");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> named.put((String) name, value));
    Arguments rule = Arguments.of(resource);
    Set<String> wrong = new TreeSet<>(rule.missing(named.keySet()));
    wrong.addAll(rule.unknown(named.keySet()));
    if (!wrong.isEmpty()) {
      throw new StateFailure(
          StatesError.RUNTIME,
          "The arguments of " + resource.arn() + " miss or must not have " + wrong + ".");
    }
    return named;
  }
}
