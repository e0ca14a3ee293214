package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tributary.warehouse.TextOrder;
import java.io.IOException;
import java.util.Comparator;

/**
 * A row of the unloaded journeys: one session of one conversion.
 *
 * @param sessionAt as it was unloaded, to the fraction of a second
 */
record JourneyRow(
    String journeyHash, String conversionId, String sessionAt, JourneySession session) {
  static final Comparator<JourneyRow> IN_ORDER =
      Comparator.comparing(JourneyRow::conversionId, TextOrder.BY_CODE_POINT)
          .thenComparing(JourneyRow::sessionAt)
          .thenComparing(row -> row.session().sessionId(), TextOrder.BY_CODE_POINT);

  private static final int UP_TO_THE_SECOND = "2023-09-06 12:15:35".length();

  /**
   * Reads the object that the parser has just entered, up to its end. By hand, because a run reads
   * as many rows as it sends sessions, twice.
   *
   * @throws IllegalArgumentException if a column is missing or the time is none
   */
  static JourneyRow read(JsonParser json) throws IOException {
    Columns columns = new Columns();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      columns.set(name, json);
    }
    return columns.row();
  }

  private static final class Columns {
    private String journeyHash;
    private String conversionId;
    private String sessionId;
    private String sessionAt;
    private String channel;
    private int holder;
    private int closer;
    private int conversion;
    private int impression;

    void set(String name, JsonParser json) throws IOException {
      switch (name) {
        case "journey_hash" -> journeyHash = json.getValueAsString();
        case "conversion_id" -> conversionId = json.getValueAsString();
        case "session_id" -> sessionId = json.getValueAsString();
        case "session_at" -> sessionAt = json.getValueAsString();
        case "channel" -> channel = json.getValueAsString();
        case "holder_engagement" -> holder = json.getValueAsInt();
        case "closer_engagement" -> closer = json.getValueAsInt();
        case "conversion" -> conversion = json.getValueAsInt();
        case "impression_interaction" -> impression = json.getValueAsInt();
        default -> json.skipChildren();
      }
    }

    JourneyRow row() {
      if (sessionAt == null || sessionAt.length() < UP_TO_THE_SECOND) {
        throw new IllegalArgumentException("session_at is no timestamp: " + sessionAt);
      }
      String timestamp = sessionAt.substring(0, UP_TO_THE_SECOND).replace('T', ' ');
      return new JourneyRow(
          given(journeyHash, "journey_hash"),
          given(conversionId, "conversion_id"),
          sessionAt,
          new JourneySession(
              given(sessionId, "session_id"),
              timestamp,
              given(channel, "channel"),
              holder,
              closer,
              conversion,
              impression));
    }

    private static String given(String value, String column) {
      if (value == null) {
        throw new IllegalArgumentException(column + " is missing");
      }
      return value;
    }
  }
}
