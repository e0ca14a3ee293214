package io.tributary.local.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a JSON document: an array of objects, or objects one after the other. An element that
 * is no object is refused; a document that is no JSON is refused whole, as nobody can say where its
 * next object begins.
 */
final class JsonRows implements RowReader {
  private final RawFile file;
  private final JsonCells cells;
  private final JsonParser parser;

  JsonRows(RawFile file, JsonCells cells) throws IOException {
    this.file = file;
    this.cells = cells;
    this.parser = JsonCells.FACTORY.createParser(FileBytes.open(file));
  }

  @Override
  public List<String> columns() {
    return cells.columns();
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      while (token != null && isOuterArray(token)) {
        token = parser.nextToken();
      }
      return token == null ? Optional.empty() : Optional.of(row(token));
    } catch (JsonProcessingException e) {
      throw new FileFault(
          file,
          parser.currentLocation().getLineNr(),
          "is not JSON in UTF-8 (" + e.getOriginalMessage() + "): mend it, or export it again");
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private boolean isOuterArray(JsonToken token) {
    boolean opens =
        token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot();
    return opens || token == JsonToken.END_ARRAY;
  }

  private RawRow row(JsonToken token) throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    if (token == JsonToken.START_OBJECT) {
      return new RawRow.Accepted(line, cells.read(parser));
    }
    String document = token.isStructStart() ? "[…]" : parser.getText();
    parser.skipChildren();
    return new RawRow.Refused(line, "The element is not a JSON object: make it one", document);
  }
}
