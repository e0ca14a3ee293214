package io.tributary.local.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one operation of the service: journeys in, scores or a refusal out. */
final class ComputeIhc {
  private final ServiceSettings settings;
  private final Recording recording;
  private final Faults faults;

  ComputeIhc(ServiceSettings settings, Recording recording, Faults faults) {
    this.settings = settings;
    this.recording = recording;
    this.faults = faults;
  }

  /** What to send back for a call; {@code key} and {@code convTypeId} are empty where not sent. */
  Reply reply(Optional<String> key, Optional<String> convTypeId, byte[] body) {
    try {
      checkKey(key);
      List<CustomerJourney> journeys = CustomerJourney.of(json(body));
      List<String> conversions = journeys.stream().map(CustomerJourney::conversionId).toList();
      Optional<Faults.Due> due = faults.due(conversions);
      if (due.isPresent()) {
        return faulty(due.get(), journeys, conversions);
      }
      if (convTypeId.isEmpty()) {
        throw new Refusal(400, "The query has to name conv_type_id.");
      }
      checkLimits(journeys);
      return answered(journeys, conversions, Duration.ZERO);
    } catch (Refusal refusal) {
      return Reply.refused(refusal.status(), refusal.getMessage());
    }
  }

  private void checkKey(Optional<String> key) {
    if (settings.key().isPresent() && key.isEmpty()) {
      throw new Refusal(401, "The header x-api-key is missing.");
    }
    if (settings.key().isPresent() && !settings.key().equals(key)) {
      throw new Refusal(403, "The key is not known.");
    }
  }

  private void checkLimits(List<CustomerJourney> journeys) {
    int sessions = journeys.stream().mapToInt(journey -> journey.sessions().size()).sum();
    if (journeys.size() > settings.maxJourneys() || sessions > settings.maxSessions()) {
      throw new Refusal(
          413,
          "A call carries at most "
              + settings.maxJourneys()
              + " conversions and "
              + settings.maxSessions()
              + " sessions, not "
              + journeys.size()
              + " and "
              + sessions
              + ".");
    }
  }

  private Reply faulty(Faults.Due due, List<CustomerJourney> journeys, List<String> conversions) {
    Fault fault = due.fault();
    return switch (fault.kind()) {
      case PARTIAL -> partial(journeys, due.conversion().orElse(conversions.get(0)));
      case BAD_REQUEST -> Reply.refused(400, "The journeys are not valid.");
      case UNAUTHORIZED -> Reply.refused(401, "The key is not valid.");
      case FORBIDDEN -> Reply.refused(403, "The key may not do this.");
      case TOO_LARGE -> Reply.refused(413, "The call is too large.");
      case THROTTLED -> Reply.throttled(fault.delay());
      case SERVER_ERROR -> Reply.refused(500, "Something went wrong.");
      case SLOW -> answered(journeys, conversions, fault.delay());
      case CUT -> Reply.cut();
      case MALFORMED -> Reply.malformed(Answer.of(journeys, recording, List.of()));
    };
  }

  private Reply answered(List<CustomerJourney> journeys, List<String> conversions, Duration delay) {
    return Reply.answer(Answer.of(journeys, recording, List.of()), conversions, delay);
  }

  private Reply partial(List<CustomerJourney> journeys, String refused) {
    List<String> paid = new ArrayList<>();
    for (CustomerJourney journey : journeys) {
      if (!journey.conversionId().equals(refused)) {
        paid.add(journey.conversionId());
      }
    }
    return Reply.answer(Answer.of(journeys, recording, List.of(refused)), paid, Duration.ZERO);
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException e) {
      throw new Refusal(400, "The body is not JSON.");
    }
  }
}
