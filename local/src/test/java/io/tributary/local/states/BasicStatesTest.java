package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class BasicStatesTest {
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

  @Test
  void callsAFunctionWithAPayloadAndHandsItsAnswerOn() {
    lab.function("double", input -> Map.of("n", (int) input.get("n") * 2));

    DescribeExecutionResponse end =
        lab.run(
            "Prepare",
            """
            'Prepare': {'Type': 'Pass', 'Output': {'n': '{% $states.input.a + 1 %}'}, 'Next': 'Call'},
            'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',
              'Arguments': {'FunctionName': 'double', 'Payload': '{% $states.input %}'},
              'Output': '{% $states.result.Payload %}', 'End': true}
            """,
            "{'a': 20}");

    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("{\"n\":42}");
  }
}
