package io.tributary.functions;

import io.tributary.Settings;
import io.tributary.attribution.AttributionEndpoint;
import io.tributary.attribution.AttributionEndpoints;
import io.tributary.attribution.Patience;
import io.tributary.attribution.Pause;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.warehouse.WarehouseTarget;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template tells a function: the one reader of its environment variables. */
public final class Environment {
  private static final String DEFAULT_NAMESPACE = "Tributary";

  private final Map<String, String> variables;

  /** Every variable that is read, by its name. An empty value counts as none. */
  public enum Variable {
    TRIBUTARY_BUCKET("the name of the project's bucket"),
    TRIBUTARY_DATABASE("the database in Redshift"),
    TRIBUTARY_WORKGROUP("the Redshift Serverless workgroup"),
    TRIBUTARY_CLUSTER("the provisioned Redshift cluster"),
    TRIBUTARY_COPY_ROLE("the ARN of the role of COPY and UNLOAD"),
    TRIBUTARY_REQUEST_QUEUE_URL("the URL of the queue of requests"),
    TRIBUTARY_ATTRIBUTION_ENDPOINT("the base address of the attribution service"),
    TRIBUTARY_MAX_CONCURRENCY("the maximum concurrency of the worker's event source"),
    TRIBUTARY_METRICS_NAMESPACE("the namespace of the metrics"),
    TRIBUTARY_PROJECT("the project's name, as the metrics show it");

    private final String meaning;

    Variable(String meaning) {
      this.meaning = meaning;
    }

    private String sentence() {
      return name() + " (" + meaning + ")";
    }
  }

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * Reads the variables.
   *
   * @throws UserException if one is missing or cannot be used; the sentence names it
   */
  public static Environment of(Map<String, String> variables) {
    var environment = new Environment(variables);
    environment.requireAll();
    environment.settings();
    return environment;
  }

  /** The namespace of the metrics. */
  public String metricsNamespace() {
    return find(Variable.TRIBUTARY_METRICS_NAMESPACE).orElse(DEFAULT_NAMESPACE);
  }

  /** The project's name. */
  public String project() {
    return value(Variable.TRIBUTARY_PROJECT);
  }

  /** What core is built with. */
  public Settings settings() {
    URI service = attributionEndpoint();
    return new Settings(
        value(Variable.TRIBUTARY_BUCKET),
        new WarehouseTarget(
            value(Variable.TRIBUTARY_DATABASE),
            find(Variable.TRIBUTARY_WORKGROUP),
            find(Variable.TRIBUTARY_CLUSTER),
            find(Variable.TRIBUTARY_COPY_ROLE)),
        value(Variable.TRIBUTARY_REQUEST_QUEUE_URL),
        new AttributionEndpoints(new AttributionEndpoint(service, service.toString(), true)),
        Patience.usual(),
        Pause.real(),
        Clock.systemUTC(),
        OptionalInt.of(maxConcurrency()));
  }

  private void requireAll() {
    List<Variable> missing =
        Stream.of(
                Variable.TRIBUTARY_BUCKET,
                Variable.TRIBUTARY_DATABASE,
                Variable.TRIBUTARY_REQUEST_QUEUE_URL,
                Variable.TRIBUTARY_ATTRIBUTION_ENDPOINT,
                Variable.TRIBUTARY_MAX_CONCURRENCY,
                Variable.TRIBUTARY_PROJECT)
            .filter(variable -> find(variable).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw wrong(
          "The function lacks "
              + missing.stream().map(Variable::sentence).collect(Collectors.joining(", "))
              + ": set it in the template's environment variables.");
    }
    if (find(Variable.TRIBUTARY_WORKGROUP).isPresent()
        == find(Variable.TRIBUTARY_CLUSTER).isPresent()) {
      throw wrong(
          "The function needs either TRIBUTARY_WORKGROUP or TRIBUTARY_CLUSTER: set one in the"
              + " template's environment variables and leave the other empty.");
    }
  }

  private URI attributionEndpoint() {
    try {
      URI address = URI.create(value(Variable.TRIBUTARY_ATTRIBUTION_ENDPOINT));
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // The sentence below says more, and does not repeat what may hold a password.
    }
    throw wrong(
        "TRIBUTARY_ATTRIBUTION_ENDPOINT is no address: begin it with https:// and name a host.");
  }

  private int maxConcurrency() {
    String text = value(Variable.TRIBUTARY_MAX_CONCURRENCY);
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw wrong("TRIBUTARY_MAX_CONCURRENCY is '" + text + "': write a number from 1 to 9999.");
    }
    return Integer.parseInt(text);
  }

  private String value(Variable variable) {
    return find(variable).orElseThrow();
  }

  private Optional<String> find(Variable variable) {
    return Optional.ofNullable(variables.get(variable.name()))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static UserException wrong(String sentence) {
    return new UserException(ErrorCode.NOT_AVAILABLE, sentence);
  }
}
