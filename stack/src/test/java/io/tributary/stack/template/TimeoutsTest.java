package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.attribution.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever waits, waits longer than whom it waits for. */
class TimeoutsTest {
  private final Deployment deployment = Deployment.usual();
  private final Map<String, Machine> machines = Machine.all(deployment);
  private final JsonNode requests = deployment.properties("RequestQueue");

  @Test
  void nestFromTheCallToTheWholeRun() {
    long call = Patience.usual().callTimeout().toSeconds();
    long function = deployment.functions().get("attribute").path("Timeout").asLong();
    long visibility = requests.path("VisibilityTimeout").asLong();
    long token = machines.get("attribute").states().get("Request").path("TimeoutSeconds").asLong();

    assertThat(call).isLessThan(function);
    assertThat(function).isLessThan(visibility);
    assertThat(visibility).isLessThan(token);
    assertThat(token).isLessThan(limit("attribute"));
    assertThat(limit("attribute")).isLessThan(limit("run"));
    assertThat(limit("run")).isLessThan(limit("pipeline"));
  }

  @Test
  void letAMachineEndBeforeTheOneThatAwaitsIt() {
    Map<String, Long> limits = new TreeMap<>();
    machines.forEach((name, machine) -> limits.put(machine.id(), limit(name)));

    machines
        .values()
        .forEach(
            machine ->
                machine.states().values().stream()
                    .map(state -> state.at("/Arguments/StateMachineArn").asText())
                    .filter(awaited -> !awaited.isEmpty())
                    .forEach(
                        awaited ->
                            assertThat(limits.get(awaited))
                                .as("%s awaits %s", machine.id(), awaited)
                                .isPositive()
                                .isLessThan(limits.get(machine.id()))));
  }

  @Test
  void letAFunctionEndBeforeItsMachine() {
    long function =
        deployment.functions().values().stream()
            .mapToLong(each -> each.path("Timeout").asLong())
            .max()
            .orElseThrow();

    assertThat(machines.keySet()).allMatch(machine -> function < limit(machine));
  }

  @Test
  void letATaskEndNoSoonerThanItsFunction() {
    machines
        .values()
        .forEach(
            machine ->
                machine.states().values().stream()
                    .filter(state -> state.path("Resource").asText().endsWith("lambda:invoke"))
                    .forEach(
                        state ->
                            assertThat(state.path("TimeoutSeconds").asLong())
                                .as(machine.id())
                                .isGreaterThanOrEqualTo(900)));
  }

  @Test
  void keepAQueuesMessageAwaySixTimesAsLongAsItsFunctionMayTake() {
    deployment
        .functions()
        .forEach(
            (step, function) ->
                function
                    .path("Events")
                    .forEach(
                        source -> {
                          String queue =
                              source.at("/Properties/Queue").asText().replace(".Arn", "");
                          assertThat(
                                  deployment.properties(queue).path("VisibilityTimeout").asLong())
                              .as(step)
                              .isGreaterThanOrEqualTo(6 * function.path("Timeout").asLong());
                        }));
  }

  @Test
  void useUpARequestsDeliveriesBeforeItsToken() {
    long deliveries = requests.at("/RedrivePolicy/maxReceiveCount").asLong();
    long longest =
        Math.max(
            requests.path("VisibilityTimeout").asLong(),
            Patience.usual().longestReturn().toSeconds());

    assertThat(Duration.ofSeconds(deliveries * longest))
        .isLessThan(
            Duration.ofSeconds(
                machines.get("attribute").states().get("Request").path("TimeoutSeconds").asLong()));
  }

  private long limit(String machine) {
    return machines.get(machine).definition().path("TimeoutSeconds").asLong();
  }
}
