package io.tributary.local.load;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The rows of a file with one JSON object a line; a line that is none is refused. */
final class NdjsonRows implements RowReader {
  private final RawFile file;
  private final JsonCells cells;
  private final ByteWindow window;
  private final TextCheck text = new TextCheck();
  private long line;

  NdjsonRows(RawFile file, JsonCells cells) throws IOException {
    this.file = file;
    this.cells = cells;
    this.window = new ByteWindow(FileBytes.open(file));
  }

  @Override
  public List<String> columns() {
    return cells.columns();
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    while (hasLine()) {
      line++;
      int start = window.start();
      int end = window.lineEnd(start);
      Optional<RawRow> row = isBlank(start, end) ? Optional.empty() : Optional.of(row(start, end));
      window.moveTo(window.afterLineBreak(end));
      if (row.isPresent()) {
        return row;
      }
    }
    if (text.latinLine() > 0) {
      throw new FileFault(
          file, text.latinLine(), "is not UTF-8 but seems to be Latin-1: save it as UTF-8");
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }

  /** Whether there is a line; then it is in the window whole. */
  private boolean hasLine() throws IOException {
    while (!window.ended() && window.lineEnd(window.start()) + 1 >= window.limit()) {
      if (window.isFull()) {
        throw new FileFault(
            file, line + 1, "has a line longer than 64 MB: is it really one JSON object a line?");
      }
      window.readOn();
    }
    return !window.isEmpty();
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (window.bytes()[i] > ' ' || window.bytes()[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  private RawRow row(int start, int end) throws IOException {
    if (!text.isUtf8(window.bytes(), start, end, line)) {
      return refused("The line is not UTF-8: save the file as UTF-8", start, end);
    }
    try (JsonParser parser = JsonCells.FACTORY.createParser(window.bytes(), start, end - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "It is a value of another type");
      }
      List<String> values = cells.read(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "Something follows the object");
      }
      return new RawRow.Accepted(line, values);
    } catch (JsonProcessingException e) {
      return refused("The line is not a JSON object: " + e.getOriginalMessage(), start, end);
    }
  }

  private RawRow refused(String reason, int start, int end) {
    int length = Math.min(end - start, 4 * RawRow.LONGEST_DOCUMENT);
    String document = new String(window.bytes(), start, length, StandardCharsets.UTF_8);
    return new RawRow.Refused(line, reason, document);
  }
}
