package io.tributary.local.cli.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Prints rows as a JSON array, a row a line. Numbers and booleans stay what they are. */
final class JsonRows {
  private final JsonGenerator json;
  private final List<String> names;

  JsonRows(PrintStream out, List<String> columns) {
    names = distinct(columns);
    try {
      json = Json.MAPPER.getFactory().createGenerator(out);
      json.disable(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature());
      json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature());
      json.setPrettyPrinter(rowALine());
      json.writeStartArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void row(List<Object> values) {
    try {
      json.writeStartObject();
      for (int index = 0; index < names.size(); index++) {
        json.writeFieldName(names.get(index));
        write(values.get(index));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() {
    try {
      json.writeEndArray();
      json.writeRaw('\n');
      json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof BigInteger number) {
      json.writeNumber(number);
    } else if (value instanceof Double || value instanceof Float) {
      json.writeNumber(Double.parseDouble(value.toString()));
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(CellText.exact(value));
    }
  }

  /** An object's names differ, while a statement may name two columns alike. */
  private static List<String> distinct(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = column;
      for (int count = 2; names.contains(name); count++) {
        name = column + "_" + count;
      }
      names.add(name);
    }
    return names;
  }

  private static DefaultPrettyPrinter rowALine() {
    return new DefaultPrettyPrinter()
        .withArrayIndenter(new DefaultIndenter("", "\n"))
        .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
        .withSeparators(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.NONE));
  }
}
