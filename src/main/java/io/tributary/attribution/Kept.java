package io.tributary.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.tributary.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a worker kept of a request, as the warehouse loads it: a JSON object a line, first those of
 * the answer, last the outcome.
 *
 * @param lines empty where nothing was paid
 */
record Kept(List<AnswerLine> lines, Outcome outcome) {
  private static final ObjectWriter LINES = Json.MAPPER.writer().withRootValueSeparator("\n");

  Kept {
    lines = List.copyOf(lines);
    Objects.requireNonNull(outcome);
  }

  /**
   * Where nothing is paid no answer is kept: the journeys that were refused alone are as likely not
   * at fault.
   */
  static Kept of(RequestMessage request, Progress progress) {
    return of(request, progress, progress.isPaid() ? progress.lines() : List.of());
  }

  static Kept of(RequestMessage request, Progress progress, List<AnswerLine> lines) {
    return new Kept(lines, Outcome.of(request, progress, lines));
  }

  boolean isPaid() {
    return !lines.isEmpty();
  }

  byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (SequenceWriter writer = LINES.writeValues(file)) {
      writer.writeAll(lines);
      writer.write(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.write('\n');
    return file.toByteArray();
  }

  static Kept read(byte[] file) {
    try (MappingIterator<JsonNode> values =
        Json.MAPPER.readerFor(JsonNode.class).readValues(file)) {
      List<AnswerLine> lines = new ArrayList<>();
      JsonNode last = values.nextValue();
      while (values.hasNextValue()) {
        lines.add(line(last));
        last = values.nextValue();
      }
      return new Kept(lines, Json.MAPPER.treeToValue(last, Outcome.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnswerLine line(JsonNode node) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(node, AnswerLine.class);
  }
}
