package io.tributary.functions;

import io.quarkus.runtime.StartupEvent;
import io.tributary.Pipeline;
import io.tributary.error.UserException;
import io.tributary.step.StepDefinition;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Core's services, built once for the life of the function's environment. */
@Singleton
public class Services {
  private final Supplier<Built> built = onceOrRefused(Services::build);

  private record Built(Environment environment, Pipeline pipeline) {}

  /** Builds the chosen function while the environment starts, before a snapshot is taken of it. */
  void prepare(
      @Observes StartupEvent start,
      @Any Instance<StepFunction> functions,
      @ConfigProperty(name = "quarkus.lambda.handler") String name) {
    functions.select(NamedLiteral.of(name)).get();
  }

  /**
   * The calls of the step with this name.
   *
   * @throws UserException if the function's environment variables are wrong
   */
  StepCalls<?, ?> callsOf(String name) {
    Built services = built.get();
    StepDefinition definition =
        services.pipeline().steps().stream()
            .filter(step -> step.name().equals(name))
            .findFirst()
            .orElseThrow();
    var metrics =
        new MetricLines(
            services.environment().metricsNamespace(),
            services.environment().project(),
            System.out::println);
    return new StepCalls<>(definition.environment().get(), metrics, Clock.systemUTC());
  }

  private static Built build() {
    Environment environment = Environment.of(System.getenv());
    return new Built(environment, new Pipeline(ServiceClients.create(), environment.settings()));
  }

  /**
   * What was made, or the same refusal for every call: the state machine then shows its sentence.
   */
  static <T> Supplier<T> onceOrRefused(Supplier<T> making) {
    try {
      T made = making.get();
      return () -> made;
    } catch (UserException mistake) {
      return () -> {
        throw mistake;
      };
    }
  }
}
