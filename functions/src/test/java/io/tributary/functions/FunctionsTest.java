package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tributary.Pipeline;
import io.tributary.step.StepDefinition;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists of steps, handlers and sample events are one list. */
@QuarkusTest
class FunctionsTest {
  @Inject @Any Instance<StepFunction> functions;

  @Test
  void areTheStepsOfThePipeline() {
    assertThat(functions.stream().map(StepFunction::name))
        .containsExactlyInAnyOrderElementsOf(steps().stream().map(StepDefinition::name).toList());
  }

  @Test
  void areChosenByTheirStepsNames() {
    for (StepDefinition step : steps()) {
      assertThat(functions.select(NamedLiteral.of(step.name())).get().name())
          .isEqualTo(step.name());
    }
  }

  @Test
  void haveASampleEventEach() throws IOException {
    try (Stream<Path> events = Files.list(Path.of("../events"))) {
      assertThat(events.map(event -> event.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(steps().stream().map(StepDefinition::name).toList());
    }
  }

  @Test
  void callServicesForLessTimeThanTheyHave() {
    Duration shortest = steps().stream().map(StepDefinition::timeout).sorted().toList().get(0);

    assertThat(ServiceClients.TRY_TIMEOUT).isLessThan(ServiceClients.CALL_TIMEOUT);
    assertThat(ServiceClients.CALL_TIMEOUT).isLessThan(shortest);
  }

  private static List<StepDefinition> steps() {
    return new Pipeline(ServiceClients.create(), Environment.of(System.getenv()).settings())
        .steps();
  }
}
