package io.tributary.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.run.RunFolder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The bucket and the queues: encrypted, closed, and nothing is lost in them. */
class StorageTest {
  private static final int DAY = 86_400;
  private static final Set<String> FOR_PEOPLE = Set.of("ParkedQueue", "ScheduleDeadLetterQueue");

  private final Deployment deployment = Deployment.usual();
  private final JsonNode bucket = deployment.properties("Bucket");
  private final Map<String, JsonNode> queues = deployment.ofType("AWS::SQS::Queue");

  @Test
  void theBucketIsEncryptedVersionedAndClosed() {
    assertThat(bucket.findValue("SSEAlgorithm").asText()).isEqualTo("AES256");
    assertThat(bucket.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(bucket.path("PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allMatch(JsonNode::asBoolean);
    assertThat(deployment.resources().get("Bucket").path("DeletionPolicy").asText())
        .isEqualTo("Retain");
  }

  @Test
  void bucketAndQueuesRefusePlainConnections() {
    JsonNode ofBucket = deployment.properties("BucketPolicy").at("/PolicyDocument/Statement/0");
    JsonNode ofQueues = deployment.properties("QueuePolicy");

    assertThat(ofBucket.path("Effect").asText()).isEqualTo("Deny");
    assertThat(ofBucket.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
    assertThat(ofBucket.path("Resource").toString()).isEqualTo("[\"Bucket.Arn\",\"Bucket.Arn/*\"]");
    assertThat(ofQueues.findValue("aws:SecureTransport").asText()).isEqualTo("false");
    assertThat(ofQueues.path("Queues").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(queues.keySet());
  }

  @Test
  void runFilesGoAndPaidAnswersStayLonger() {
    assertThat(expiry("runs/")).isEqualTo(14);
    assertThat(new RunFolder(1).prefix()).startsWith("runs/");
    assertThat(expiry(RunFolder.RESULTS)).isGreaterThan(14).isGreaterThan(expiry("runs/"));
  }

  @Test
  void noOtherObjectIsEverDeletedByAge() {
    assertThat(bucket.at("/LifecycleConfiguration/Rules").valueStream())
        .filteredOn(rule -> rule.has("ExpirationInDays"))
        .extracting(rule -> rule.path("Prefix").asText())
        .containsExactlyInAnyOrder("runs/", RunFolder.RESULTS);
  }

  @Test
  void everyQueueIsEncryptedAndKeepsMessagesForDays() {
    queues.forEach(
        (id, queue) -> {
          assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).as(id).isTrue();
          assertThat(queue.path("MessageRetentionPeriod").asInt())
              .as(id)
              .isEqualTo(FOR_PEOPLE.contains(id) ? 14 * DAY : 4 * DAY);
        });
  }

  @Test
  void everyQueueThatAFunctionReadsHasADeadLetterQueue() {
    for (JsonNode function : deployment.functions().values()) {
      for (JsonNode source : function.path("Events")) {
        String read = source.at("/Properties/Queue").asText().replace(".Arn", "");
        assertThat(queues).containsKey(deadLettersOf(read));
      }
    }
    assertThat(deadLettersOf("RequestQueue")).isEqualTo("DeadLetterQueue");
    assertThat(deadLettersOf("DeadLetterQueue")).isEqualTo("ParkedQueue");
  }

  @Test
  void aQueueWithoutDeadLettersIsReadByPeopleOnly() {
    assertThat(queues.entrySet())
        .filteredOn(queue -> !queue.getValue().has("RedrivePolicy"))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(FOR_PEOPLE);
  }

  @Test
  void theScheduleIsOffTriesAgainAndKeepsWhatItCouldNotStart() {
    JsonNode schedule = deployment.properties("Schedule");

    assertThat(schedule.path("State").asText()).isEqualTo("DISABLED");
    assertThat(schedule.at("/Target/Arn").asText()).isEqualTo("PipelineMachine");
    assertThat(schedule.at("/Target/RetryPolicy/MaximumRetryAttempts").asInt()).isPositive();
    assertThat(schedule.at("/Target/DeadLetterConfig/Arn").asText())
        .isEqualTo("ScheduleDeadLetterQueue.Arn");
  }

  @Test
  void theScheduleMayStartThePipelineAndKeepWhatItCouldNot() {
    assertThat(Grant.own(deployment, "ScheduleRole"))
        .containsExactly(
            new Grant("states:StartExecution", "PipelineMachine"),
            new Grant("sqs:SendMessage", "ScheduleDeadLetterQueue.Arn"));
  }

  private String deadLettersOf(String queue) {
    return queues.get(queue).at("/RedrivePolicy/deadLetterTargetArn").asText().replace(".Arn", "");
  }

  private int expiry(String prefix) {
    return bucket
        .at("/LifecycleConfiguration/Rules")
        .valueStream()
        .filter(rule -> rule.path("Prefix").asText().equals(prefix))
        .findFirst()
        .orElseThrow()
        .path("ExpirationInDays")
        .asInt();
  }
}
