package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tributary.json.Json;
import io.tributary.local.warehouse.engine.ColumnType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as the Records of one answer after the other. */
abstract sealed class PageWriter {
  private static final int FULL_PAGE_BYTES = 1024 * 1024;

  private final List<byte[]> pages = new ArrayList<>();
  private final int pageRows;
  private int rows;

  private PageWriter(int pageRows) {
    this.pageRows = pageRows;
  }

  static PageWriter of(ResultFormat format, ArrayNode columns, int pageRows) throws IOException {
    return switch (format) {
      case JSON -> new Fields(pageRows);
      case CSV -> new Lines(columns, pageRows);
    };
  }

  abstract void write(List<Object> row) throws IOException;

  abstract long size();

  /** The page so far; the next one begins empty. */
  abstract byte[] take() throws IOException;

  final void add(List<Object> row) throws IOException {
    if (rows == pageRows || size() >= FULL_PAGE_BYTES) {
      pages.add(take());
      rows = 0;
    }
    write(row);
    rows++;
  }

  /** All pages; a result without rows has one, without rows. */
  final List<byte[]> finished() throws IOException {
    pages.add(take());
    return pages;
  }

  /** {@code [[{"longValue":1}, ...], ...]}. */
  private static final class Fields extends PageWriter {
    private ByteArrayOutputStream out;
    private JsonGenerator json;

    private Fields(int pageRows) throws IOException {
      super(pageRows);
      begin();
    }

    private void begin() throws IOException {
      out = new ByteArrayOutputStream();
      json = Json.MAPPER.createGenerator(out);
      json.writeStartArray();
    }

    @Override
    void write(List<Object> row) throws IOException {
      json.writeStartArray();
      for (Object value : row) {
        json.writeStartObject();
        field(value);
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void field(Object value) throws IOException {
      if (value == null) {
        json.writeBooleanField("isNull", true);
      } else if (value instanceof Boolean truth) {
        json.writeBooleanField("booleanValue", truth);
      } else if (value instanceof Long whole) {
        json.writeNumberField("longValue", whole);
      } else if (value instanceof Double number) {
        json.writeNumberField("doubleValue", number);
      } else {
        json.writeStringField("stringValue", ColumnType.text(value));
      }
    }

    @Override
    long size() {
      return out.size();
    }

    @Override
    byte[] take() throws IOException {
      json.writeEndArray();
      json.close();
      byte[] page = out.toByteArray();
      begin();
      return page;
    }
  }

  /** {@code [{"CSVRecords": "..."}]}, the names of the columns in the first line of all. */
  private static final class Lines extends PageWriter {
    private StringBuilder lines = new StringBuilder();

    private Lines(ArrayNode columns, int pageRows) {
      super(pageRows);
      List<Object> names = new ArrayList<>();
      columns.forEach(column -> names.add(column.get("name").asText()));
      write(names);
    }

    @Override
    void write(List<Object> row) {
      String separator = "";
      for (Object value : row) {
        lines.append(separator).append(value == null ? "" : quoted(ColumnType.text(value)));
        separator = ",";
      }
      lines.append("\r\n");
    }

    private static String quoted(String text) {
      boolean needsQuotes = text.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0);
      return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    long size() {
      return lines.length();
    }

    @Override
    byte[] take() {
      ArrayNode records = Json.MAPPER.createArrayNode();
      records.addObject().put("CSVRecords", lines.toString());
      lines = new StringBuilder();
      return Json.bytes(records);
    }
  }
}
