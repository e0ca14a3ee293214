package io.tributary.local.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns JSON objects into rows: scalars as the text that stands there, objects and arrays as JSON
 * text. Each key that it meets becomes a column, so a file is read once to know its columns.
 */
final class JsonCells {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(ByteWindow.LONGEST_ROW).build())
          .build();

  private final RawFile file;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> columns = new ArrayList<>();

  JsonCells(RawFile file) {
    this.file = file;
  }

  /** The columns met so far, in order. */
  List<String> columns() {
    return columns;
  }

  /** Reads the object that the parser has just entered; a later one of two equal keys holds. */
  List<String> read(JsonParser parser) throws IOException {
    String[] values = new String[columns.size()];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int place = placeOf(parser.currentName(), parser);
      if (place >= values.length) {
        values = Arrays.copyOf(values, place + 1);
      }
      parser.nextToken();
      values[place] = text(parser);
    }
    return Arrays.asList(values);
  }

  private int placeOf(String key, JsonParser parser) throws IOException {
    Integer known = places.get(key);
    if (known != null) {
      return known;
    }
    String column = key.strip().toLowerCase(Locale.ROOT);
    if (column.isEmpty() || column.indexOf(0) >= 0) {
      throw new JsonParseException(parser, "A key is empty or holds a NUL character");
    }
    CsvHeader.refuseReserved(file, 0, column);
    int place = columns.indexOf(column);
    if (place < 0) {
      place = columns.size();
      columns.add(column);
    }
    places.put(key, place);
    return place;
  }

  private static String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken().isStructStart()) {
      StringWriter text = new StringWriter();
      try (JsonGenerator copy = FACTORY.createGenerator(text)) {
        copy.copyCurrentStructureExact(parser);
      }
      return text.toString();
    }
    String text = parser.getText();
    if (text.indexOf(0) >= 0) {
      throw new JsonParseException(parser, "A text holds a NUL character");
    }
    return text.isEmpty() ? null : text;
  }
}
