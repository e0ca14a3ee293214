package io.tributary.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Pipeline;
import io.tributary.step.StepDefinition;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists of steps, handlers and sample events are one list. */
class FunctionsTest {
  private static final Path CLASSES = Path.of("target/classes");

  private final List<StepDefinition> steps =
      new Pipeline(ServiceClients.create(), Environment.of(System.getenv()).settings()).steps();

  @Test
  void areTheStepsOfThePipeline() throws Exception {
    assertThat(functions().stream().map(StepFunction::name))
        .containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void areChosenByTheirStepsNames() throws Exception {
    assertThat(functions())
        .allSatisfy(
            function ->
                assertThat(function.getClass().getAnnotation(Named.class).value())
                    .isEqualTo(function.name()));
  }

  @Test
  void haveAPackageEach() throws Exception {
    assertThat(functions().stream().map(function -> function.getClass().getPackageName()))
        .doesNotHaveDuplicates();
  }

  @Test
  void haveASampleEventEach() throws IOException {
    try (Stream<Path> events = Files.list(Path.of("../events"))) {
      assertThat(events.map(event -> event.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @Test
  void callServicesForLessTimeThanTheyHave() {
    Duration shortest = steps.stream().map(StepDefinition::timeout).sorted().toList().get(0);

    assertThat(ServiceClients.TRY_TIMEOUT).isLessThan(ServiceClients.CALL_TIMEOUT);
    assertThat(ServiceClients.CALL_TIMEOUT).isLessThan(shortest);
  }

  private List<String> names() {
    return steps.stream().map(StepDefinition::name).toList();
  }

  /** Every handler class of the module, made as the container makes it. */
  private static List<StepFunction> functions() throws Exception {
    var services = new Services();
    List<String> names;
    try (Stream<Path> files = Files.walk(CLASSES)) {
      names =
          files
              .map(file -> CLASSES.relativize(file).toString())
              .filter(file -> file.endsWith("Function.class"))
              .map(file -> file.replaceAll("[/\\\\]", ".").replaceAll("\\.class$", ""))
              .filter(name -> !name.equals(StepFunction.class.getName()))
              .toList();
    }
    var functions = new ArrayList<StepFunction>();
    for (String name : names) {
      functions.add(
          (StepFunction) Class.forName(name).getConstructor(Services.class).newInstance(services));
    }
    return functions;
  }
}
