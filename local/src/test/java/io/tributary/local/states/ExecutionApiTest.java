package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

@Timeout(60)
class ExecutionApiTest {
  private static final String WAITING =
      "{'QueryLanguage': 'JSONata', 'StartAt': 'Wait', 'States':"
          + " {'Wait': {'Type': 'Wait', 'Seconds': 90000, 'End': true}}}";
  private static final String PASSING =
      "{'QueryLanguage': 'JSONata', 'StartAt': 'Pass', 'States':"
          + " {'Pass': {'Type': 'Pass', 'End': true}}}";

  @TempDir Path folder;
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private String start(String machine, String name, String input) {
    return lab.sfn
        .startExecution(r -> r.stateMachineArn(machine).name(name).input(input))
        .executionArn();
  }

  @Test
  void startingTwiceByNameGivesTheRunningOneIfTheInputIsTheSame() {
    String machine = lab.machine("waiting", WAITING);
    String first = start(machine, "one", "{}");

    assertThat(start(machine, "one", "{}")).isEqualTo(first);
    assertThatThrownBy(() -> start(machine, "one", "{\"a\":1}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    lab.sfn.stopExecution(r -> r.executionArn(first));
    assertThatThrownBy(() -> start(machine, "one", "{}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void describesARunningAndAStoppedExecution() {
    String arn = start(lab.machine("waiting", WAITING), "one", "{\"a\":1}");

    DescribeExecutionResponse running = lab.sfn.describeExecution(r -> r.executionArn(arn));
    assertThat(running.status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(running.input()).isEqualTo("{\"a\":1}");
    assertThat(running.stopDate()).isNull();

    lab.sfn.stopExecution(r -> r.executionArn(arn).error("E").cause("C"));
    DescribeExecutionResponse stopped = lab.sfn.describeExecution(r -> r.executionArn(arn));
    assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(stopped.error()).isEqualTo("E");
    assertThat(stopped.cause()).isEqualTo("C");
    assertThat(stopped.stopDate()).isNotNull();
    assertThat(lab.history(arn))
        .last()
        .satisfies(
            event -> {
              assertThat(event.typeAsString()).isEqualTo("ExecutionAborted");
              assertThat(event.executionAbortedEventDetails().cause()).isEqualTo("C");
            });
  }

  @Test
  void refusesWhatIsNotThereOrNotAllowed() {
    String machine = lab.machine("passing", PASSING);

    assertThatThrownBy(() -> start(machine + "x", "one", "{}"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(() -> start(machine, "a/b", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> start(machine, "one", "{"))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> start(machine, "one", "\"" + "a".repeat(262_143) + "\""))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(
            () ->
                lab.sfn.describeExecution(
                    r -> r.executionArn(machine.replace("stateMachine", "execution") + ":no")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> lab.sfn.listActivities(r -> {}))
        .isInstanceOf(SfnException.class)
        .hasMessageContaining("have no 'ListActivities'");
  }

  @Test
  void makesAndDescribesMachinesThroughTheApi() {
    String definition = PASSING.replace('\'', '"');
    String arn =
        lab.sfn.createStateMachine(r -> r.name("m").definition(definition)).stateMachineArn();

    assertThat(lab.sfn.createStateMachine(r -> r.name("m").definition(definition)))
        .satisfies(again -> assertThat(again.stateMachineArn()).isEqualTo(arn));
    assertThat(lab.sfn.describeStateMachine(r -> r.stateMachineArn(arn)).definition())
        .isEqualTo(definition);
    assertThat(lab.sfn.listStateMachines().stateMachines()).hasSize(1);
    assertThatThrownBy(
            () -> lab.sfn.createStateMachine(r -> r.name("m").definition(definition + " ")))
        .isInstanceOf(StateMachineAlreadyExistsException.class);
    assertThatThrownBy(() -> lab.sfn.createStateMachine(r -> r.name("n").definition("{}")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("/StartAt: is missing");
    assertThatThrownBy(
            () ->
                lab.sfn.createStateMachine(
                    r -> r.name("n").type(StateMachineType.EXPRESS).definition(definition)))
        .isInstanceOf(StateMachineTypeNotSupportedException.class);
  }

  @Test
  void listsExecutionsByPageAndStatusTheNewestFirst() {
    String passing = lab.machine("passing", PASSING);
    for (int index = 0; index < 5; index++) {
      lab.await(start(passing, "run-" + index, "{}"));
    }
    lab.await(start(lab.machine("other", PASSING), "elsewhere", "{}"));

    List<String> names = new ArrayList<>();
    lab
        .sfn
        .listExecutionsPaginator(r -> r.stateMachineArn(passing).maxResults(2))
        .executions()
        .stream()
        .map(ExecutionListItem::name)
        .forEach(names::add);
    assertThat(names).containsExactlyInAnyOrder("run-0", "run-1", "run-2", "run-3", "run-4");
    assertThat(
            lab.sfn
                .listExecutions(
                    r -> r.stateMachineArn(passing).statusFilter(ExecutionStatus.FAILED))
                .executions())
        .isEmpty();
  }

  @Test
  void pagesTheHistoryForwardsBackwardsAndWithoutData() {
    String arn = start(lab.machine("passing", PASSING), "one", "{\"a\":1}");
    lab.await(arn);

    GetExecutionHistoryResponse first =
        lab.sfn.getExecutionHistory(r -> r.executionArn(arn).maxResults(3));
    assertThat(first.events()).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L);
    GetExecutionHistoryResponse rest =
        lab.sfn.getExecutionHistory(r -> r.executionArn(arn).nextToken(first.nextToken()));
    assertThat(rest.events()).extracting(HistoryEvent::id).containsExactly(4L);
    assertThat(rest.nextToken()).isNull();
    GetExecutionHistoryResponse backwards =
        lab.sfn.getExecutionHistory(
            r -> r.executionArn(arn).reverseOrder(true).includeExecutionData(false));
    assertThat(backwards.events())
        .extracting(HistoryEvent::typeAsString)
        .containsExactly(
            "ExecutionSucceeded", "PassStateExited", "PassStateEntered", "ExecutionStarted");
    assertThat(backwards.events().get(2).stateEnteredEventDetails().name()).isEqualTo("Pass");
    assertThat(backwards.events().get(2).stateEnteredEventDetails().input()).isNull();
  }

  @Test
  void anEndedExecutionIsKnownToALaterProcess() {
    String machine = lab.machine("passing", PASSING);
    String arn = start(machine, "one", "{\"a\":1}");
    lab.await(arn);
    lab.close();

    lab = new StatesLab(folder);
    DescribeExecutionResponse kept = lab.sfn.describeExecution(r -> r.executionArn(arn));
    assertThat(kept.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(kept.output()).isEqualTo("{\"a\":1}");
    assertThat(lab.history(arn)).hasSize(4);
    assertThat(lab.history(arn).get(2).stateExitedEventDetails().output()).isEqualTo("{\"a\":1}");
    assertThat(lab.states.transitions(arn)).isEqualTo(1);
    assertThat(lab.machine("passing", PASSING)).isEqualTo(machine);
    assertThat(lab.sfn.listExecutions(r -> r.stateMachineArn(machine)).executions()).hasSize(1);
    assertThatThrownBy(() -> start(machine, "one", "{\"a\":1}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void anExecutionWhoseProcessDiedIsAborted() throws Exception {
    String arn = start(lab.machine("waiting", WAITING), "one", "{}");
    Path copy = Files.createDirectories(folder.resolve("copy/waiting"));
    // What lies on disk while the execution runs is what a killed process leaves.
    Files.copy(folder.resolve("waiting/one.json"), copy.resolve("one.json"));

    try (StatesLab later = new StatesLab(folder.resolve("copy"))) {
      DescribeExecutionResponse dead = later.sfn.describeExecution(r -> r.executionArn(arn));
      assertThat(dead.status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(dead.cause()).contains("process");
      assertThat(later.history(arn))
          .extracting(HistoryEvent::typeAsString)
          .containsExactly("ExecutionStarted", "ExecutionAborted");
    }
  }

  @Test
  void closingAbortsWhatRuns() {
    String arn = start(lab.machine("waiting", WAITING), "one", "{}");
    lab.close();

    lab = new StatesLab(folder);
    assertThat(lab.sfn.describeExecution(r -> r.executionArn(arn)))
        .satisfies(
            closed -> {
              assertThat(closed.status()).isEqualTo(ExecutionStatus.ABORTED);
              assertThat(closed.cause()).isEqualTo("The local cloud was closed.");
            });
  }

  @Test
  void oneProcessAtATimeUsesAFolder() {
    assertThatThrownBy(() -> new StatesLab(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("wait until it has ended");
  }
}
