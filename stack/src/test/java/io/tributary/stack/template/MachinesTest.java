package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.local.states.definition.DefinitionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The state machines as the template deploys them. */
class MachinesTest {
  private static final String STATES = "arn:aws:states:eu-west-1:111122223333:";
  private static final List<Grant> AWAITING =
      List.of(
          new Grant("events:PutTargets", rule()),
          new Grant("events:PutRule", rule()),
          new Grant("events:DescribeRule", rule()));

  /** Failures of ours that are worth another try, and those that Lambda's guide names. */
  private static final List<String> FAILED_FOR_A_TIME =
      List.of(
          "io.tributary.error.TransientException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException");

  private final Deployment deployment = Deployment.usual();
  private final Map<String, Machine> machines = Machine.all(deployment);

  @Test
  void areThoseThatRunLocally() {
    assertThat(machines.keySet())
        .containsExactlyInAnyOrder("pipeline", "run", "stitch", "sessions", "attribute", "stage");
  }

  @Test
  void areGivenTheSubstitutionsThatTheyAskForAndNoOther() {
    machines.forEach(
        (name, machine) ->
            assertThat(new TreeSet<>(machine.given().keySet()))
                .as(name)
                .isEqualTo(machine.asked()));
  }

  @Test
  void callFunctionsByTheirAlias() {
    assertThat(machines.values())
        .flatExtracting(machine -> machine.given().entrySet())
        .filteredOn(given -> given.getKey().endsWith("Function"))
        .isNotEmpty()
        .allMatch(given -> given.getValue().equals(given.getKey() + ".Alias"));
  }

  @Test
  void areAcceptedByTheRunner() {
    machines
        .values()
        .forEach(
            machine ->
                assertThatCode(() -> DefinitionReader.read(machine.deployed().toString()))
                    .as(machine.id())
                    .doesNotThrowAnyException());
  }

  @Test
  void areStandardTracedAndLogErrorsWithoutData() {
    assertThat(machines.values())
        .allSatisfy(
            machine -> {
              assertThat(machine.properties().path("Type").asText()).isEqualTo("STANDARD");
              assertThat(machine.properties().at("/Tracing/Enabled").asBoolean()).isTrue();
              JsonNode logging = machine.properties().path("Logging");
              assertThat(logging.path("Level").asText()).isEqualTo("ERROR");
              assertThat(logging.path("IncludeExecutionData").asBoolean(true)).isFalse();
              assertThat(logging.path("Destinations")).hasSize(1);
            });
  }

  @Test
  void runTheChildrenOfDistributedMapsAsStandard() {
    assertThat(machines.values())
        .flatExtracting(machine -> machine.deployed().findValues("ProcessorConfig"))
        .extracting(
            config -> config.path("Mode").asText() + " " + config.path("ExecutionType").asText())
        .containsExactlyInAnyOrder("DISTRIBUTED STANDARD", "INLINE ");
  }

  @Test
  void haveNoStateThatOnlyReshapesDataAndFitOnFewScreens() {
    assertThat(machines.values())
        .allSatisfy(
            machine -> {
              assertThat(machine.states().values())
                  .noneMatch(state -> state.path("Type").asText().equals("Pass"));
              assertThat(machine.text().lines().count()).as(machine.id()).isLessThan(200);
            });
  }

  @Test
  void giveEveryTaskThatWaitsForATokenATimeout() {
    assertThat(tasks("sqs:sendMessage.waitForTaskToken"))
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.path("TimeoutSeconds").asLong()).isPositive());
  }

  /** What a person has to mend is not tried again; a lease that nobody released is worse. */
  @Test
  void callAFunctionAgainThatFailedForATime() {
    assertThat(tasks("lambda:invoke"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            task -> {
              String function = task.at("/Arguments/FunctionName").asText();
              JsonNode retry = task.at("/Retry/0");
              assertThat(task.path("Retry")).as(function).hasSize(1);
              assertThat(retry.path("ErrorEquals").valueStream().map(JsonNode::asText))
                  .as(function)
                  .containsExactlyElementsOf(
                      function.equals("ReleaseFunction.Alias")
                          ? List.of("States.ALL")
                          : FAILED_FOR_A_TIME);
              assertThat(retry.path("MaxAttempts").asInt()).isEqualTo(6);
              assertThat(retry.path("BackoffRate").asInt()).isEqualTo(2);
              assertThat(retry.path("JitterStrategy").asText()).isEqualTo("FULL");
            });
  }

  /** So that its log says what it worked for; two payloads are made where the name is set. */
  @Test
  void tellEveryFunctionTheirExecution() {
    assertThat(tasks("lambda:invoke"))
        .extracting(task -> task.at("/Arguments/Payload").toString())
        .filteredOn(payload -> !payload.matches("\"[{]% [$](release|states[.]input) %}\""))
        .hasSizeGreaterThan(4)
        .allMatch(payload -> payload.contains("$states.context.Execution.Id"));
  }

  @Test
  void mayDoWhatTheirStatesDoAndNoMore() {
    machines
        .values()
        .forEach(
            machine -> {
              String role = machine.properties().path("Role").asText().replace(".Arn", "");
              Set<String> granted = new TreeSet<>();
              Grant.own(deployment, role).forEach(grant -> granted.add(line(grant)));
              Set<String> needed = new TreeSet<>();
              needs(machine).forEach(grant -> needed.add(line(grant)));
              assertThat(granted).as(role).isEqualTo(needed);
            });
  }

  @Test
  void awaitOnlyTheStatementsOfTheRoleThatSubmitsThem() {
    assertThat(Grant.own(deployment, "StageMachineRole"))
        .filteredOn(grant -> grant.action().startsWith("redshift-data:"))
        .hasSize(1)
        .allMatch(Grant::conditional);
    assertThat(deployment.properties("StageMachineRole").toString())
        .contains(
            "{\"StringLike\":{\"redshift-data:statement-owner-iam-userid\":"
                + "\"WarehouseRole.RoleId:*\"}}");
  }

  private List<Grant> needs(Machine machine) {
    List<Grant> needs = new ArrayList<>();
    for (JsonNode state : machine.states().values()) {
      JsonNode arguments = state.path("Arguments");
      switch (state.path("Resource").asText()) {
        case "arn:aws:states:::lambda:invoke" ->
            called(arguments.path("FunctionName").asText())
                .forEach(alias -> needs.add(new Grant("lambda:InvokeFunction", alias)));
        case "arn:aws:states:::states:startExecution.sync:2" ->
            needs.addAll(nested(arguments.path("StateMachineArn").asText()));
        case "arn:aws:states:::sqs:sendMessage.waitForTaskToken" ->
            needs.add(new Grant("sqs:SendMessage", arguments.path("QueueUrl").asText() + ".Arn"));
        case "arn:aws:states:::aws-sdk:redshiftdata:describeStatement" ->
            needs.add(new Grant("redshift-data:DescribeStatement", "*"));
        case "" -> needs.addAll(children(machine, state));
        default -> throw new AssertionError("No policy is known for " + state.path("Resource"));
      }
    }
    return needs;
  }

  /** The aliases that a task calls; a stage's function is named by the machine that starts it. */
  private Set<String> called(String functionName) {
    if (!functionName.equals("{% $states.context.Execution.Input.function %}")) {
      return Set.of(functionName);
    }
    Set<String> passed = new TreeSet<>();
    machines
        .values()
        .forEach(
            machine ->
                machine
                    .deployed()
                    .findValues("function")
                    .forEach(function -> passed.add(function.asText())));
    return passed;
  }

  private List<Grant> nested(String machineId) {
    String name = deployment.properties(machineId).path("Name").asText();
    List<Grant> needs = new ArrayList<>(AWAITING);
    needs.add(new Grant("states:StartExecution", machineId));
    needs.add(new Grant("states:DescribeExecution", STATES + "execution:" + name + ":*"));
    needs.add(new Grant("states:StopExecution", STATES + "execution:" + name + ":*"));
    return needs;
  }

  private static List<Grant> children(Machine machine, JsonNode state) {
    if (!state.at("/ItemProcessor/ProcessorConfig/Mode").asText().equals("DISTRIBUTED")) {
      return List.of();
    }
    String name = machine.properties().path("Name").asText();
    return List.of(
        new Grant("states:StartExecution", STATES + "stateMachine:" + name),
        new Grant("states:DescribeExecution", STATES + "execution:" + name + "/*"),
        new Grant("states:StopExecution", STATES + "execution:" + name + "/*"));
  }

  private List<JsonNode> tasks(String integration) {
    return machines.values().stream()
        .flatMap(machine -> machine.states().values().stream())
        .filter(state -> state.path("Resource").asText().endsWith(":::" + integration))
        .toList();
  }

  private static String line(Grant grant) {
    return grant.action() + " " + grant.resource();
  }

  private static String rule() {
    return "arn:aws:events:eu-west-1:111122223333:rule/"
        + "StepFunctionsGetEventsForStepFunctionsExecutionRule";
  }
}
