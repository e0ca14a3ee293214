package io.tributary.local.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sessions of one conversion in order of time. A call's times end at the second: sessions of
 * the same second are in the order in which the call carries them.
 */
record CustomerJourney(String conversionId, List<Session> sessions) {
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

  CustomerJourney {
    sessions = List.copyOf(sessions);
  }

  /** One session of a call. */
  record Session(
      String conversionId,
      String sessionId,
      String timestamp,
      boolean holds,
      boolean closes,
      boolean converts) {}

  /**
   * The journeys of a call's body.
   *
   * @throws Refusal with status 400 that names what is wrong
   */
  static List<CustomerJourney> of(JsonNode body) {
    JsonNode rows = body.path("customer_journeys");
    if (!rows.isArray() || rows.isEmpty()) {
      throw new Refusal(400, "customer_journeys has to be a list with at least one session.");
    }
    Map<String, List<Session>> byConversion = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      Session session = session(row);
      byConversion
          .computeIfAbsent(session.conversionId(), conversion -> new ArrayList<>())
          .add(session);
    }
    return byConversion.entrySet().stream()
        .map(entry -> journey(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CustomerJourney journey(String conversionId, List<Session> sessions) {
    sessions.sort(Comparator.comparing(Session::timestamp));
    if (sessions.stream().map(Session::sessionId).distinct().count() < sessions.size()) {
      throw new Refusal(400, "Conversion " + conversionId + " has a session twice.");
    }
    for (Session session : sessions) {
      boolean last = session == sessions.get(sessions.size() - 1);
      if (session.converts() != last) {
        throw new Refusal(
            400, "conversion has to be 1 on the last session of " + conversionId + " only.");
      }
    }
    return new CustomerJourney(conversionId, sessions);
  }

  private static Session session(JsonNode row) {
    text(row, "channel_label");
    flag(row, "impression_interaction");
    String timestamp = text(row, "timestamp");
    if (!TIMESTAMP.matcher(timestamp).matches()) {
      throw new Refusal(400, "timestamp has to be YYYY-MM-DD HH:MM:SS, not " + timestamp + ".");
    }
    return new Session(
        text(row, "conversion_id"),
        text(row, "session_id"),
        timestamp,
        flag(row, "holder_engagement"),
        flag(row, "closer_engagement"),
        flag(row, "conversion"));
  }

  private static String text(JsonNode row, String field) {
    JsonNode value = row.path(field);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new Refusal(400, "Every session needs a text " + field + ".");
    }
    return value.textValue();
  }

  private static boolean flag(JsonNode row, String field) {
    JsonNode value = row.path(field);
    if (!value.isIntegralNumber() || value.intValue() < 0 || value.intValue() > 1) {
      throw new Refusal(400, field + " has to be 0 or 1 on every session.");
    }
    return value.intValue() == 1;
  }
}
