package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.error.TransientException;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads unloaded journeys back: rows in any order become journeys in order of conversion. */
final class JourneyReader {
  private static final ObjectReader ROWS = Json.MAPPER.readerFor(JourneyRow.class);

  private final ObjectStore objects;

  JourneyReader(ObjectStore objects) {
    this.objects = objects;
  }

  /** The journeys of all objects below the prefix, their sessions by time, then session id. */
  List<Journey> read(String prefix) {
    List<JourneyRow> rows = new ArrayList<>();
    for (String key : objects.list(prefix)) {
      readRows(key, rows);
    }
    rows.sort(JourneyRow.IN_ORDER);
    List<Journey> journeys = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = from + 1;
      while (to < rows.size() && sameJourney(rows.get(from), rows.get(to))) {
        to++;
      }
      journeys.add(journey(rows.subList(from, to)));
      from = to;
    }
    return journeys;
  }

  private void readRows(String key, List<JourneyRow> rows) {
    try (InputStream in = objects.open(key);
        MappingIterator<JourneyRow> values = ROWS.readValues(in)) {
      while (values.hasNextValue()) {
        rows.add(values.nextValue());
      }
    } catch (JsonProcessingException e) {
      throw new DataException(
          ErrorCode.INTERNAL,
          "The unloaded journeys in " + objects.uri(key) + " are not as expected; run again.",
          e);
    } catch (IOException e) {
      throw new TransientException(
          ErrorCode.OBJECTS_UNREACHABLE, "Reading " + objects.uri(key) + " broke off.", e);
    }
  }

  private static boolean sameJourney(JourneyRow one, JourneyRow other) {
    return one.conversionId().equals(other.conversionId());
  }

  private static Journey journey(List<JourneyRow> rows) {
    JourneyRow first = rows.get(0);
    return new Journey(
        first.journeyHash(), first.conversionId(), rows.stream().map(JourneyRow::session).toList());
  }
}
