package io.tributary.stack.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.executions.Executions;
import io.tributary.local.cloud.Machines;
import io.tributary.messages.MessageQueue;
import io.tributary.messages.QueueAnswer;
import io.tributary.messages.QueueEvent;
import io.tributary.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The calls of S3, SQS and Step Functions, on another's idea of these services than ours. */
class LocalStackTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/tributary";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static Endpoint endpoint;
  private static SdkHttpClient http;
  private static S3Client s3;
  private static SqsClient sqs;
  private static SfnClient sfn;

  private final String name = "tributary-" + UUID.randomUUID();

  @BeforeAll
  static void connect() {
    endpoint = Endpoint.find();
    http = Apache5HttpClient.create();
    s3 = local(S3Client.builder().forcePathStyle(true)).httpClient(http).build();
    sqs = local(SqsClient.builder()).httpClient(http).build();
    sfn = local(SfnClient.builder()).httpClient(http).build();
  }

  @AfterAll
  static void disconnect() {
    if (http != null) {
      http.close();
      endpoint.close();
    }
  }

  @Test
  void aClaimIsWonByOneWriterAndChangedOnlyAsItWasRead() {
    s3.createBucket(r -> r.bucket(name));
    var objects = new ObjectStore(s3, name);

    assertThat(objects.putIfAbsent("runs/1/claims/0.json", bytes("mine"))).isTrue();
    assertThat(objects.putIfAbsent("runs/1/claims/0.json", bytes("yours"))).isFalse();
    String read = objects.get("runs/1/claims/0.json").orElseThrow().etag();
    assertThat(objects.replace("runs/1/claims/0.json", bytes("changed"), read)).isTrue();
    assertThat(objects.replace("runs/1/claims/0.json", bytes("late"), read)).isFalse();
    assertThat(objects.get("runs/1/claims/1.json")).isEmpty();
    objects.put("runs/10/plan.json", bytes("{}"));
    assertThat(objects.list("runs/1/")).containsExactly("runs/1/claims/0.json");
    objects.deleteAll(List.of("runs/1/claims/0.json"));
    assertThat(objects.list("runs/1/")).isEmpty();
  }

  @Test
  void aMessageThatIsGivenBackComesAgain() {
    String url = sqs.createQueue(r -> r.queueName(name)).queueUrl();
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("body"));
    Message first = receive(url);
    var message =
        new QueueEvent.Message(first.messageId(), first.receiptHandle(), first.body(), Map.of());

    QueueAnswer answer = new MessageQueue(sqs, url).returnAfter(message, Duration.ZERO);

    assertThat(answer.batchItemFailures()).hasSize(1);
    assertThat(receive(url).messageId()).isEqualTo(first.messageId());
  }

  @Test
  void aMachineSendsARequestAndWaitsForItsWorker() throws Exception {
    String url = sqs.createQueue(r -> r.queueName(name)).queueUrl();
    String definition = requests(Map.of("RequestQueueUrl", url));
    String machine =
        sfn.createStateMachine(r -> r.name(name).definition(definition).roleArn(ROLE))
            .stateMachineArn();
    String input = "[{\"request\":\"0-000\",\"body\":\"key\",\"journeys\":1,\"sessions\":2}]";
    String execution =
        sfn.startExecution(r -> r.stateMachineArn(machine).input(input)).executionArn();

    JsonNode body = JSON.readTree(receive(url).body());
    var executions = new Executions(sfn);

    assertThat(body.path("request").asText()).isEqualTo("0-000");
    assertThat(executions.isRunning(execution)).isTrue();
    String token = body.path("taskToken").asText();
    assertThat(executions.heartbeat(token)).isTrue();
    assertThat(executions.succeed(token, "{}")).isTrue();
    DescribeExecutionResponse end = end(execution);
    assertThat(end.status()).as("%s", end).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(executions.heartbeat(token)).isFalse();
  }

  /**
   * The part of the machine {@code attribute} that sends a partition's requests, as a machine of
   * its own.
   */
  private static String requests(Map<String, String> substitutions) throws Exception {
    var names = new HashMap<>(Map.of("BatchFunction", "batch"));
    names.putAll(substitutions);
    JsonNode attribute = JSON.readTree(Machines.definition("attribute", names));
    String text =
        attribute
            .at("/States/Buckets/ItemProcessor/States/Requests")
            .toString()
            .replace("$states.context.Execution.Input", "{'run': 1}");
    ObjectNode machine = JSON.createObjectNode();
    machine.put("QueryLanguage", "JSONata").put("StartAt", "Requests");
    machine.putObject("States").set("Requests", JSON.readTree(text));
    return machine.toString();
  }

  private static DescribeExecutionResponse end(String execution) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    DescribeExecutionResponse found = sfn.describeExecution(r -> r.executionArn(execution));
    while (found.status() == ExecutionStatus.RUNNING && System.nanoTime() < deadline) {
      found = sfn.describeExecution(r -> r.executionArn(execution));
    }
    return found;
  }

  private static Message receive(String url) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < deadline) {
      var messages = sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(5)).messages();
      if (!messages.isEmpty()) {
        return messages.get(0);
      }
    }
    throw new AssertionError("No message came");
  }

  private static <B extends AwsClientBuilder<B, ?>> B local(B builder) {
    return builder
        .endpointOverride(endpoint.address())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
