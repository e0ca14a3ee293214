package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.local.states.definition.DefinitionReader;
import io.tributary.local.states.definition.RefusedDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionRefusalTest {
  private static final String HEAD = "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'States': {";
  private static final String LAMBDA =
      "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'End': true";

  private static String machine(String states) {
    return (HEAD + states + "}}").replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | /StartAt: is missing",
        "{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | /QueryLanguage: is missing, which means JSONPath",
        "{'QueryLanguage': 'JSONPath', 'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}} | /QueryLanguage: is 'JSONPath'",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'B', 'States': {'A': {'Type': 'Succeed'}}} | /StartAt: names 'B', which is no state here",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'Sates': {}, 'States': {'A': {'Type': 'Succeed'}}} | /Sates: is not supported here",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'TimeoutSeconds': 0, 'States': {'A': {'Type': 'Succeed'}}} | /TimeoutSeconds: must be a whole number from 1",
        "{'QueryLanguage': 'JSONata', 'StartAt': 'A', 'Version': '2.0', 'States': {'A': {'Type': 'Succeed'}}} | /Version: must be 1.0",
        "[] | /: must be an object",
        "{'a': | /: is no JSON in line 1",
        "{'a': 1, 'a': 2} | /: is no JSON in line 1: Duplicate field 'a'",
      })
  void refusesAMachine(String definition, String problem) {
    assertThatThrownBy(() -> DefinitionReader.read(definition.replace('\'', '"')))
        .isInstanceOf(RefusedDefinition.class)
        .hasMessageContaining(problem.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'A': {'Type': 'Activity'} | /States/A/Type: names 'Activity', which is no type of state",
        "'A': {'Type': 'Pass'} | /States/A: needs either Next or \"End\": true",
        "'A': {'Type': 'Pass', 'Next': 'B', 'End': true}, 'B': {'Type': 'Succeed'} | /States/A: needs either Next",
        "'A': {'Type': 'Pass', 'Next': 'B'} | /States/A: goes to 'B', which is no state here",
        "'A': {'Type': 'Succeed'}, 'B': {'Type': 'Succeed'} | /States/B: is never reached",
        "'A': {'Type': 'Pass', 'Colour': 1, 'End': true} | /States/A/Colour: is not supported here",
        "'A': {'Type': 'Pass', 'Result': 1, 'End': true} | /States/A/Result: is a JSONPath field and only JSONata is supported; write Output",
        "'A': {'Type': 'Pass', 'Parameters': {}, 'End': true} | /States/A/Parameters: is a JSONPath field",
        "'A': {'Type': 'Pass', 'ResultPath': '$', 'End': true} | /States/A/ResultPath: is a JSONPath field",
        "'A': {'Type': 'Pass', 'InputPath': '$', 'End': true} | write Arguments or Output",
        "'A': {'Type': 'Pass', 'QueryLanguage': 'JSONPath', 'End': true} | /States/A/QueryLanguage: is 'JSONPath'",
        "'A': {'Type': 'Pass', 'Output': {'a.$': '$.b'}, 'End': true} | /States/A/Output/a.$: is JSONPath",
        "'A': {'Type': 'Pass', 'Output': {'a': ['{% 1 + %}']}, 'End': true} | /States/A/Output/a[0]: is no JSONata expression",
        "'A': {'Type': 'Pass', 'Output': '{% 1', 'End': true} | /States/A/Output: opens an expression",
        "'A': {'Type': 'Pass', 'Assign': {'states': 1}, 'End': true} | /States/A/Assign/states: is no variable's name",
        "'A': {'Type': 'Pass', 'Assign': {'a-b': 1}, 'End': true} | /States/A/Assign/a-b: is no variable's name",
        "'A': {'Type': 'Pass', 'Assign': 1, 'End': true} | /States/A/Assign: must be an object",
        "'A': {'Type': 'Succeed', 'Assign': {'a': 1}} | /States/A/Assign: is not supported here",
        "'A': {'Type': 'Fail', 'Output': 1} | /States/A/Output: is not supported here",
        "'A': {'Type': 'Fail', 'Error': 5} | /States/A/Error: must be a text or an expression",
        "'A': {'Type': 'Wait', 'End': true} | /States/A: needs either Seconds or Timestamp",
        "'A': {'Type': 'Wait', 'Seconds': -1, 'End': true} | /States/A/Seconds: must be a whole number from 0",
        "'A': {'Type': 'Wait', 'Seconds': 1.5, 'End': true} | /States/A/Seconds: must be a whole number from 0",
        "'A': {'Type': 'Wait', 'Timestamp': '2024-01-01', 'End': true} | /States/A/Timestamp: must be an ISO 8601 time",
        "'A': {'Type': 'Choice', 'Choices': []} | /States/A/Choices: must be an array of at least one rule",
        "'A': {'Type': 'Choice', 'Choices': [{'Next': 'A'}]} | /States/A/Choices[0]/Condition: is missing",
        "'A': {'Type': 'Choice', 'Choices': [{'Condition': true}]} | /States/A/Choices[0]/Next: is missing",
        "'A': {'Type': 'Choice', 'Choices': [{'Condition': 'yes', 'Next': 'A'}]} | /States/A/Choices[0]/Condition: must be true, false",
        "'A': {'Type': 'Choice', 'Choices': [{'Condition': true, 'Variable': '$.a', 'Next': 'A'}]} | /States/A/Choices[0]/Variable: is a JSONPath field",
        "'A': {'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'A'}], 'Next': 'A'} | /States/A/Next: is not supported here",
        "'A': {'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'A'}], 'Default': 'Z'} | goes to 'Z'",
        "'A': {'Type': 'Parallel', 'Branches': [], 'End': true} | /States/A/Branches: must be an array of at least one branch",
        "'A': {'Type': 'Parallel', 'Branches': [{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}], 'End': true} | has the name of another state of this machine",
        "'A': {'Type': 'Map', 'End': true} | /States/A/ItemProcessor: is missing",
      })
  void refusesAState(String states, String problem) {
    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .isInstanceOf(RefusedDefinition.class)
        .hasMessageContaining(problem.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Resource': 'arn:aws:states:::dynamodb:getItem' | names 'arn:aws:states:::dynamodb:getItem', which this runner does not have",
        "'Resource': 'arn:aws:states:::states:startExecution.sync' | names 'arn:aws:states:::states:startExecution.sync'",
        "'Resource': 'arn:aws:states:::aws-sdk:redshiftdata:dropEverything' | which this runner does not have",
        "'Resource': 'arn:aws:states:::lambda:invoke' | /States/A/Arguments/FunctionName: is missing",
        "'Resource': 'arn:aws:states:::lambda:invoke', 'Arguments': {'FunctionName': 'f', 'InvocationType': 'Event'} | /States/A/Arguments/InvocationType: is not supported by",
        "'Resource': 'arn:aws:states:::sqs:sendMessage', 'Arguments': {'QueueUrl': 'q'} | /States/A/Arguments/MessageBody: is missing",
        "'Resource': 'arn:aws:states:::states:startExecution.sync:2', 'Arguments': '{% {} %}', 'TimeoutSeconds': 0 | /States/A/TimeoutSeconds: must be more than 0",
        "'Resource': 'arn:aws:lambda:local:000000000000:function:f', 'TimeoutSeconds': 5, 'HeartbeatSeconds': 5 | /States/A/HeartbeatSeconds: must be less than TimeoutSeconds",
        "'Resource': 'arn:aws:lambda:local:000000000000:function:f', 'Credentials': {} | /States/A/Credentials: is not supported here",
        "'Resource': 'arn:aws:lambda:local:000000000000:function:f', 'TimeoutSecondsPath': '$.a' | write TimeoutSeconds",
      })
  void refusesATask(String fields, String problem) {
    String states = "'A': {'Type': 'Task', " + fields + ", 'End': true}";

    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .isInstanceOf(RefusedDefinition.class)
        .hasMessageContaining(problem.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Retry': [{}] | /States/A/Retry[0]/ErrorEquals: must be an array of at least one error name",
        "'Retry': [{'ErrorEquals': ['States.ALL', 'x']}] | /States/A/Retry[0]/ErrorEquals: must hold States.ALL alone",
        "'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['x']}] | /States/A/Retry[0]/ErrorEquals: holds States.ALL, which only the last rule may",
        "'Retry': [{'ErrorEquals': ['States.Wrong']}] | names 'States.Wrong', which is no error of States",
        "'Retry': [{'ErrorEquals': ['x'], 'BackoffRate': 0.5}] | /States/A/Retry[0]/BackoffRate: must be a number of at least 1.0",
        "'Retry': [{'ErrorEquals': ['x'], 'IntervalSeconds': 0}] | /States/A/Retry[0]/IntervalSeconds",
        "'Retry': [{'ErrorEquals': ['x'], 'MaxAttempts': -1}] | /States/A/Retry[0]/MaxAttempts",
        "'Retry': [{'ErrorEquals': ['x'], 'IntervalSeconds': 9, 'MaxDelaySeconds': 9}] | must be more than IntervalSeconds (9)",
        "'Retry': [{'ErrorEquals': ['x'], 'JitterStrategy': 'SOME'}] | must be FULL or NONE",
        "'Retry': [{'ErrorEquals': ['x'], 'Next': 'A'}] | /States/A/Retry[0]/Next: is not supported here",
        "'Catch': [{'ErrorEquals': ['x']}] | /States/A/Catch[0]/Next: is missing",
        "'Catch': [{'ErrorEquals': ['x'], 'Next': 'Z'}] | goes to 'Z'",
        "'Catch': [{'ErrorEquals': ['x'], 'ResultPath': '$.e', 'Next': 'A'}] | /States/A/Catch[0]/ResultPath: is a JSONPath field",
      })
  void refusesARetryOrACatch(String handling, String problem) {
    String states = "'A': {" + LAMBDA + ", 'Arguments': {'FunctionName': 'f'}, " + handling + "}";

    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .isInstanceOf(RefusedDefinition.class)
        .hasMessageContaining(problem.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INLINE | 'ToleratedFailureCount': 1 | /States/A/ToleratedFailureCount: is not supported here",
        "INLINE | 'MaxConcurrency': 41 | /States/A/MaxConcurrency: must be a whole number from 0 to 40",
        "INLINE | 'Items': 5 | /States/A/Items: must be an array or an expression",
        "INLINE | 'ItemsPath': '$' | write Items",
        "INLINE | 'Iterator': {} | /States/A/Iterator: is not supported here",
        "DISTRIBUTED | 'ItemReader': {} | /States/A/ItemReader: is not supported here",
        "DISTRIBUTED | 'ResultWriter': {} | /States/A/ResultWriter: is not supported here",
        "DISTRIBUTED | 'ItemBatcher': {} | /States/A/ItemBatcher: is not supported here",
        "DISTRIBUTED | 'ToleratedFailurePercentage': 101 | /States/A/ToleratedFailurePercentage: must be a number from 0 to 100",
        "DISTRIBUTED | 'Label': 'a b' | /States/A/Label: has 1 to 40",
        "SIDEWAYS | 'Items': [] | must be INLINE or DISTRIBUTED",
      })
  void refusesAMap(String mode, String field, String problem) {
    String type = mode.strip().equals("DISTRIBUTED") ? ", 'ExecutionType': 'STANDARD'" : "";
    String states =
        "'A': {'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': '"
            + mode.strip()
            + "'"
            + type
            + "}, 'StartAt': 'I', 'States': {'I': {'Type': 'Succeed'}}}, "
            + field
            + "}";

    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .isInstanceOf(RefusedDefinition.class)
        .hasMessageContaining(problem.strip());
  }

  @Test
  void refusesAnExpressMapAndOneWithoutItsType() {
    String map =
        "'A': {'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode':"
            + " 'DISTRIBUTED'%s}, 'StartAt': 'I', 'States': {'I': {'Type': 'Succeed'}}}}";

    assertThatThrownBy(() -> DefinitionReader.read(machine(map.formatted(""))))
        .hasMessageContaining("ProcessorConfig/ExecutionType: is missing");
    assertThatThrownBy(
            () -> DefinitionReader.read(machine(map.formatted(", 'ExecutionType': 'EXPRESS'"))))
        .hasMessageContaining("is 'EXPRESS' and only STANDARD is supported");
  }

  @Test
  void refusesToSetAVariableOfTheFlowAround() {
    String states =
        """
        'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'P'},
        'P': {'Type': 'Parallel', 'End': true, 'Branches': [
          {'StartAt': 'I', 'States': {'I': {'Type': 'Pass', 'Assign': {'x': 2}, 'End': true}}}]}
        """;

    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .hasMessageContaining("Assign/x: is a variable of the flow around this one");
  }

  @Test
  void namesAllProblemsAtOnce() {
    String states =
        """
        'A': {'Type': 'Pass', 'Parameters': {}, 'Next': 'Nowhere'},
        'B': {'Type': 'Task', 'Resource': 'arn:aws:states:::sns:publish', 'End': true},
        'C': {'Type': 'Choice', 'Choices': [{'Condition': '{% ( %}', 'Next': 'A'}]}
        """;

    assertThatThrownBy(() -> DefinitionReader.read(machine(states)))
        .isInstanceOfSatisfying(
            RefusedDefinition.class,
            refused ->
                assertThat(refused.problems())
                    .hasSize(6)
                    .anyMatch(problem -> problem.startsWith("/States/A/Parameters"))
                    .anyMatch(problem -> problem.startsWith("/States/A: goes to 'Nowhere'"))
                    .anyMatch(problem -> problem.startsWith("/States/B/Resource"))
                    .anyMatch(problem -> problem.startsWith("/States/C/Choices[0]/Condition"))
                    .anyMatch(problem -> problem.startsWith("/States/B: is never reached"))
                    .anyMatch(problem -> problem.startsWith("/States/C: is never reached")));
  }
}
