package io.tributary.attribution;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.tributary.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Kept answers as the warehouse loads them: a JSON object a line. */
final class AnswerFile {
  private static final ObjectWriter LINES =
      Json.MAPPER.writerFor(AnswerLine.class).withRootValueSeparator("\n");

  private AnswerFile() {}

  static byte[] bytes(List<AnswerLine> lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (SequenceWriter writer = LINES.writeValues(file)) {
      writer.writeAll(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.write('\n');
    return file.toByteArray();
  }

  static List<AnswerLine> read(byte[] file) {
    try (MappingIterator<AnswerLine> lines =
        Json.MAPPER.readerFor(AnswerLine.class).readValues(file)) {
      return lines.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
