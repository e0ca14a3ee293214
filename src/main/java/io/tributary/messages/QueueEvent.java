package io.tributary.messages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What a queue's event source hands to a step: the shape that AWS gives a Lambda. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QueueEvent(@JsonProperty("Records") List<Message> records) {
  public QueueEvent {
    records = List.copyOf(records);
  }

  /** One message, with its attributes such as {@code ApproximateReceiveCount}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Message(
      String messageId, String receiptHandle, String body, Map<String, String> attributes) {
    public Message {
      attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
  }
}
