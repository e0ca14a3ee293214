package io.tributary.local.queues;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The event that AWS gives a Lambda for a queue's messages, and the answer that it expects. */
final class EventJson {
  private final String queueArn;
  private final String region;

  EventJson(String queueArn) {
    this.queueArn = queueArn;
    this.region = queueArn.split(":")[3];
  }

  String event(List<Message> messages) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> record(message, records.addObject()));
    return event.toString();
  }

  /**
   * The messages that were dealt with. As on AWS an answer that names no message of the batch, or
   * none at all where it should, is a failure of the whole batch.
   */
  static List<Message> done(List<Message> messages, String answer) {
    Set<String> ids = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    Optional<Set<String>> failed = failures(answer);
    if (failed.isEmpty() || !ids.containsAll(failed.get())) {
      return List.of();
    }
    return messages.stream().filter(m -> !failed.get().contains(m.messageId())).toList();
  }

  /** The failed messages' ids; empty if the answer is malformed. */
  private static Optional<Set<String>> failures(String answer) {
    if (answer == null || answer.isBlank()) {
      return Optional.of(Set.of());
    }
    try {
      JsonNode failures = Json.MAPPER.readTree(answer).path("batchItemFailures");
      Set<String> ids = new HashSet<>();
      failures.forEach(failure -> ids.add(failure.path("itemIdentifier").asText("")));
      boolean wellFormed = failures.isMissingNode() || failures.isNull() || failures.isArray();
      return wellFormed ? Optional.of(ids) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void record(Message message, ObjectNode record) {
    record.put("messageId", message.messageId());
    record.put("receiptHandle", message.receiptHandle());
    record.put("body", message.body());
    ObjectNode attributes = record.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode messageAttributes = record.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) -> attribute(value, messageAttributes.putObject(name)));
    record.put("md5OfBody", message.md5OfBody());
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", region);
  }

  private static void attribute(MessageAttributeValue value, ObjectNode node) {
    if (value.stringValue() != null) {
      node.put("stringValue", value.stringValue());
    }
    Optional.ofNullable(value.binaryValue())
        .map(SdkBytes::asByteArrayUnsafe)
        .ifPresent(bytes -> node.put("binaryValue", Base64.getEncoder().encodeToString(bytes)));
    node.putArray("stringListValues");
    node.putArray("binaryListValues");
    node.put("dataType", value.dataType());
  }
}
