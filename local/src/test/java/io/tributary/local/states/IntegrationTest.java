package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

@Timeout(60)
class IntegrationTest {
  private static final String CHILD_HEAD =
      "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {'A': ";

  @TempDir Path folder;
  private final JsonServiceFake warehouse = new JsonServiceFake();
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab = new StatesLab(folder, builder -> builder.service("redshiftdata", warehouse.endpoint()));
  }

  @AfterEach
  void close() {
    lab.close();
    warehouse.close();
  }

  private static String data(String action, String arguments, String more) {
    return "'Data': {'Type': 'Task', 'Resource': 'arn:aws:states:::aws-sdk:redshiftdata:"
        + action
        + "', 'Arguments': "
        + arguments
        + ", "
        + more
        + "'End': true}";
  }

  @Test
  void describesAStatementWithTheNamesOfTheService() {
    warehouse.answers(
        200,
        "{'Id': 's-1', 'Status': 'FINISHED', 'CreatedAt': 1704067200.5, 'HasResultSet': false,"
            + " 'SubStatements': [{'Id': 's-1:1', 'UpdatedAt': 1704067201}]}");

    DescribeExecutionResponse end =
        lab.run(
            "Data",
            data("describeStatement", "{'Id': '{% $states.input.id %}'}", ""),
            "{'id': 's-1'}");

    assertThat(warehouse.requests().get(0).target()).isEqualTo("RedshiftData.DescribeStatement");
    assertThat(warehouse.requests().get(0).body()).hasToString("{\"Id\":\"s-1\"}");
    assertThat(end.output())
        .isEqualTo(
            "{\"Id\":\"s-1\",\"Status\":\"FINISHED\",\"CreatedAt\":\"2024-01-01T00:00:00.500Z\","
                + "\"HasResultSet\":false,\"SubStatements\":[{\"Id\":\"s-1:1\","
                + "\"UpdatedAt\":\"2024-01-01T00:00:01Z\"}]}");
  }

  @Test
  void writesAParametersMembersAsTheWireHasThemAndReadsRowsInPascalCase() {
    warehouse.answers(200, "{'Records': [[{'longValue': 5}, {'isNull': true}]]}");

    DescribeExecutionResponse end =
        lab.run(
            "Data",
            data(
                "executeStatement",
                "{'Sql': 'select 1', 'Parameters': [{'Name': 'a', 'Value': 'b'}]}",
                ""),
            "{}");

    assertThat(warehouse.requests().get(0).body())
        .hasToString("{\"Sql\":\"select 1\",\"Parameters\":[{\"name\":\"a\",\"value\":\"b\"}]}");
    assertThat(end.output()).isEqualTo("{\"Records\":[[{\"LongValue\":5},{\"IsNull\":true}]]}");
  }

  @Test
  void namesTheServicesErrorsAsStepFunctionsDoes() {
    warehouse.answers(400, "{'__type': 'ResourceNotFoundException', 'Message': 'Gone.'}");

    DescribeExecutionResponse end =
        lab.run(
            "Data",
            data(
                    "describeStatement",
                    "{'Id': 'x'}",
                    "'Catch': [{'ErrorEquals': ['RedshiftData.ResourceNotFoundException'], 'Next':"
                        + " 'End'}], ")
                + ", 'End': {'Type': 'Succeed'}",
            "{}");

    assertThat(end.output())
        .isEqualTo(
            "{\"Error\":\"RedshiftData.ResourceNotFoundException\",\"Cause\":\"Gone. (Service:"
                + " RedshiftData, Status Code: 400)\"}");
  }

  @Test
  void aServiceThatCannotBeReachedIsAClientException() {
    try (StatesLab alone =
        new StatesLab(
            folder.resolve("alone"),
            builder -> builder.service("redshiftdata", URI.create("http://127.0.0.1:1")))) {
      assertThat(alone.run("Data", data("describeStatement", "{'Id': 'x'}", ""), "{}").error())
          .isEqualTo("RedshiftData.SdkClientException");
    }
  }

  @Test
  void waitsForANestedExecutionAndReadsItsOutput() {
    String child =
        lab.machine(
            "child",
            CHILD_HEAD
                + "{'Type': 'Pass', 'Output': {'n': '{% $states.input.n + 1 %}'}, 'End': true}}}");

    DescribeExecutionResponse end =
        lab.run(
            "Nest",
            "'Nest': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2',"
                + " 'Arguments': {'StateMachineArn': '"
                + child
                + "', 'Name': 'nested-1', 'Input': {'n': '{% $states.input.n %}'}},"
                + " 'Output': '{% [$states.result.Output.n, $states.result.Status,"
                + " $states.result.Name] %}', 'End': true}",
            "{'n': 1}");

    assertThat(end.output()).isEqualTo("[2,\"SUCCEEDED\",\"nested-1\"]");
    assertThat(lab.history(end.executionArn()).stream().map(event -> event.typeAsString()))
        .containsSubsequence("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded");
  }

  @Test
  void aNestedFailureTellsTheChildsErrorInItsCause() {
    String child =
        lab.machine("child", CHILD_HEAD + "{'Type': 'Fail', 'Error': 'Bad', 'Cause': 'because'}}}");

    DescribeExecutionResponse end =
        lab.run(
            "Nest",
            "'Nest': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2',"
                + " 'Arguments': {'StateMachineArn': '"
                + child
                + "'}, 'Catch': [{'ErrorEquals': ['States.TaskFailed'], 'Next': 'Read'}],"
                + " 'End': true}, 'Read': {'Type': 'Pass', 'Output': '{% ($c :="
                + " $parse($states.input.Cause); [$states.input.Error, $c.Error, $c.Cause,"
                + " $c.Status]) %}', 'End': true}",
            "{}");

    assertThat(end.output()).isEqualTo("[\"States.TaskFailed\",\"Bad\",\"because\",\"FAILED\"]");
  }

  @Test
  void stoppingTheParentStopsTheNestedExecution() {
    String child =
        lab.machine("child", CHILD_HEAD + "{'Type': 'Wait', 'Seconds': 90000, 'End': true}}}");
    String nested = child.replace("stateMachine", "execution") + ":nested-1";
    String parent =
        lab.start(
            "Nest",
            "'Nest': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2',"
                + " 'Arguments': {'StateMachineArn': '"
                + child
                + "', 'Name': 'nested-1'}, 'End': true}",
            "{}");
    // The event is written when the child has been started.
    while (lab.history(parent).stream()
        .noneMatch(event -> event.typeAsString().equals("TaskSubmitted"))) {
      Thread.onSpinWait();
    }

    lab.sfn.stopExecution(r -> r.executionArn(parent));

    assertThat(lab.await(nested).status()).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void startsAnExecutionWithoutWaiting() {
    String child =
        lab.machine("child", CHILD_HEAD + "{'Type': 'Wait', 'Seconds': 90000, 'End': true}}}");
    String fire =
        "'Nest': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution',"
            + " 'Arguments': {'StateMachineArn': '"
            + child
            + "', 'Name': 'one', 'Input': '{% $states.input %}'},"
            + " 'Output': '{% $states.result.ExecutionArn %}', 'End': true}";

    assertThat(lab.run("Nest", fire, "{'a': 1}").output()).contains("execution:child:one");
    assertThat(lab.run("Nest", fire, "{'a': 2}").error())
        .isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
    assertThat(lab.run("Nest", fire.replace(":child'", ":no'"), "{}").error())
        .isEqualTo("StepFunctions.StateMachineDoesNotExistException");
  }

  @Test
  void argumentsThatAnExpressionMakesAreCheckedWhenTheyAreThere() {
    DescribeExecutionResponse end =
        lab.run(
            "Call",
            "'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments':"
                + " '{% $states.input %}', 'End': true}",
            "{'Function': 'f'}");

    assertThat(end.error()).isEqualTo("States.Runtime");
    assertThat(end.cause()).contains("[Function, FunctionName]");
  }
}
