package io.tributary.local.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The state of the deployed machine that sends a request and waits for its worker. */
@Timeout(60)
class RequestStateTest {
  private static final String REQUEST = "{'request': 'b0-1'}";
  private static final String THROTTLED =
      "{'__type': 'com.amazonaws.sqs#RequestThrottled', 'message': 'slower'}";

  @TempDir Path folder;
  private final JsonServiceFake queue = new JsonServiceFake();
  private StatesLab lab;

  @BeforeEach
  void open() {
    lab =
        new StatesLab(
            folder, builder -> builder.service("sqs", queue.endpoint()).pace(Pace.times(1_000)));
  }

  @AfterEach
  void close() {
    lab.close();
    queue.close();
  }

  @Test
  void sendsAgainWhatTheQueueDidNotTake() throws Exception {
    queue.answersFirst(400, THROTTLED);
    String arn = start();
    queue.takeMessage();
    String token = token(queue.takeMessage());

    lab.sfn.sendTaskSuccess(r -> r.taskToken(token).output("{}"));

    assertThat(lab.await(arn).output()).isEqualTo("\"b0-1\"");
  }

  @Test
  void leavesToTheFallbackWhatItsWorkerGaveUp() throws Exception {
    String arn = start();
    String token = token(queue.takeMessage());

    lab.sfn.sendTaskFailure(
        r -> r.taskToken(token).error("io.tributary.error.PermanentException").cause("no"));

    assertThat(lab.await(arn).output()).isEqualTo("\"b0-1\"");
    assertThat(queue.requests()).hasSize(1);
  }

  private static String token(String message) {
    return Json.read(message.getBytes(StandardCharsets.UTF_8), JsonNode.class)
        .get("taskToken")
        .asText();
  }

  private String start() throws Exception {
    JsonNode machine = Json.MAPPER.readTree(DeployedMachine.definition("attribute"));
    ObjectNode request =
        (ObjectNode) machine.at("/States/Buckets/ItemProcessor/States/Requests/ItemProcessor");
    request.remove("ProcessorConfig");
    request.put("QueryLanguage", "JSONata");
    return lab.startMachine(lab.states.createMachine("request", request.toString()), REQUEST);
  }
}
