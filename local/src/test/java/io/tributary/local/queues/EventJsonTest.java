package io.tributary.local.queues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class EventJsonTest {
  private static final Message ONE = message("one");
  private static final Message TWO = message("two");

  @Test
  void hasTheShapeThatAwsDocuments() throws IOException {
    EventJson json = new EventJson("arn:aws:sqs:us-east-2:123456789012:my-queue");

    JsonNode event = Json.MAPPER.readTree(json.event(List.of(ONE)));

    // The fields of the sample event in "Using Lambda with Amazon SQS".
    assertThat(event)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"Records": [{
                  "messageId": "one",
                  "receiptHandle": "handle of one",
                  "body": "Test message.",
                  "attributes": {"ApproximateReceiveCount": "1"},
                  "messageAttributes": {
                    "kind": {"stringValue": "claim", "stringListValues": [],
                             "binaryListValues": [], "dataType": "String"},
                    "raw": {"binaryValue": "AQI=", "stringListValues": [],
                            "binaryListValues": [], "dataType": "Binary"}},
                  "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3",
                  "eventSource": "aws:sqs",
                  "eventSourceARN": "arn:aws:sqs:us-east-2:123456789012:my-queue",
                  "awsRegion": "us-east-2"}]}
                """));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void takesAnAnswerWithoutFailuresAsDone(String answer) {
    assertThat(EventJson.done(List.of(ONE, TWO), answer)).containsExactly(ONE, TWO);
  }

  @Test
  void leavesOutTheFailuresThatAreNamed() {
    assertThat(
            EventJson.done(
                List.of(ONE, TWO), "{\"batchItemFailures\":[{\"itemIdentifier\":\"one\"}]}"))
        .containsExactly(TWO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"id\":\"one\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"three\"}]}",
        "{\"batchItemFailures\":\"one\"}",
        "not json"
      })
  void takesAnAnswerThatNamesNoMessageAsAFailureOfAll(String answer) {
    assertThat(EventJson.done(List.of(ONE, TWO), answer)).isEmpty();
  }

  private static Message message(String id) {
    MessageAttributeValue text =
        MessageAttributeValue.builder().dataType("String").stringValue("claim").build();
    MessageAttributeValue bytes =
        MessageAttributeValue.builder()
            .dataType("Binary")
            .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2}))
            .build();
    return Message.builder()
        .messageId(id)
        .receiptHandle("handle of " + id)
        .body("Test message.")
        .md5OfBody("e4e68fb7bd0e697a0ae8f1bb342846b3")
        .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"))
        .messageAttributes(Map.of("kind", text, "raw", bytes))
        .build();
  }
}
