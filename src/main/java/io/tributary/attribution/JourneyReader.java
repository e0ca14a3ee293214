package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tributary.error.DataException;
import io.tributary.error.ErrorCode;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads unloaded journeys: a JSON object for each session of each conversion. */
final class JourneyReader {
  private final ObjectStore objects;

  JourneyReader(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * The rows of all objects below the prefix, a list a journey: the journeys in order of
   * conversion, their sessions by time, then session id.
   */
  List<List<JourneyLine>> partition(String prefix) {
    List<JourneyLine> lines = new ArrayList<>();
    for (String key : objects.list(prefix)) {
      lines.addAll(lines(key, objects.read(key)));
    }
    lines.sort(JourneyLine.IN_ORDER);
    return grouped(lines, JourneyLine::row);
  }

  /** The journeys of a request's body, as the batch step wrote it; the key is for its errors. */
  List<Journey> body(String key, byte[] body) {
    List<JourneyRow> rows = lines(key, body).stream().map(JourneyLine::row).toList();
    return grouped(rows, row -> row).stream().map(JourneyReader::journey).toList();
  }

  private List<JourneyLine> lines(String key, byte[] file) {
    List<JourneyLine> lines = new ArrayList<>();
    try (JsonParser json = Json.MAPPER.createParser(file)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        int from = (int) json.currentTokenLocation().getByteOffset();
        JourneyRow row = JourneyRow.read(json);
        int to = (int) json.currentLocation().getByteOffset();
        lines.add(new JourneyLine(row, file, from, to - from));
      }
      return lines;
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          ErrorCode.INTERNAL,
          "The unloaded journeys in " + objects.uri(key) + " are not as expected; run again.",
          e);
    }
  }

  private static <T> List<List<T>> grouped(List<T> rows, Function<T, JourneyRow> row) {
    List<List<T>> journeys = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      String conversion = row.apply(rows.get(from)).conversionId();
      int to = from + 1;
      while (to < rows.size() && row.apply(rows.get(to)).conversionId().equals(conversion)) {
        to++;
      }
      journeys.add(rows.subList(from, to));
      from = to;
    }
    return journeys;
  }

  private static Journey journey(List<JourneyRow> rows) {
    JourneyRow first = rows.get(0);
    return new Journey(
        first.journeyHash(), first.conversionId(), rows.stream().map(JourneyRow::session).toList());
  }
}
