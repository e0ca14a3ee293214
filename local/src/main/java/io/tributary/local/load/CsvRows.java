package io.tributary.local.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a CSV file. A row whose quotes are broken is refused with its first line alone, and
 * reading goes on with the next line: one bad quote costs one row, not the rest of the file. Empty
 * lines are passed over, an empty cell is null, and so are empty cells beyond the last column.
 */
final class CsvRows implements RowReader {
  private final RawFile file;
  private final ByteWindow window;
  private final CsvRecord record;
  private final TextCheck text = new TextCheck();
  private final List<String> columns;
  private long line = 1;

  private CsvRows(RawFile file, ByteWindow window) throws IOException {
    this.file = file;
    this.window = window;
    window.readOn();
    this.record = new CsvRecord(CsvHeader.delimiter(window));
    this.columns = readHeader();
  }

  static CsvRows open(RawFile file) throws IOException {
    ByteWindow window = new ByteWindow(FileBytes.open(file));
    try {
      return new CsvRows(file, window);
    } catch (IOException e) {
      window.close();
      throw e;
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<RawRow> next() throws IOException {
    while (hasRecord()) {
      if (readRecord() == CsvRecord.Outcome.BROKEN_QUOTES) {
        return Optional.of(refuseLine());
      }
      if (isEmptyLine()) {
        passRecord();
      } else {
        RawRow row = row();
        passRecord();
        return Optional.of(row);
      }
    }
    refuseLatin();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }

  private List<String> readHeader() throws IOException {
    while (hasRecord()) {
      if (readRecord() == CsvRecord.Outcome.BROKEN_QUOTES) {
        throw new FileFault(file, line, "has a header with a quote that is not closed: close it");
      }
      if (!isEmptyLine()) {
        return header();
      }
      passRecord();
    }
    throw new FileFault(file, 0, "is empty: give it a header line, or take it away");
  }

  private List<String> header() throws FileFault {
    refuseNul();
    if (!isUtf8()) {
      throw new FileFault(file, line, "has a header that is not UTF-8: save the file as UTF-8");
    }
    List<String> cells = record.values(window.bytes(), record.fieldCount());
    List<String> names = CsvHeader.columns(file, line, cells);
    passRecord();
    return names;
  }

  private boolean hasRecord() throws IOException {
    if (window.isEmpty() && !window.ended()) {
      window.readOn();
    }
    return !window.isEmpty();
  }

  private CsvRecord.Outcome readRecord() throws IOException {
    CsvRecord.Outcome outcome = record.read(window);
    while (outcome == CsvRecord.Outcome.NEEDS_MORE && !window.isFull()) {
      window.readOn();
      outcome = record.read(window);
    }
    return outcome == CsvRecord.Outcome.COMPLETE ? outcome : CsvRecord.Outcome.BROKEN_QUOTES;
  }

  private boolean isEmptyLine() {
    return record.fieldCount() == 1 && record.end() == window.start();
  }

  private void passRecord() {
    line += record.lineBreaks() + 1;
    window.moveTo(window.afterLineBreak(record.end()));
  }

  private RawRow row() throws FileFault {
    refuseNul();
    if (!isUtf8()) {
      return refused(record.end(), "The line is not UTF-8: save the file as UTF-8");
    }
    int fields = record.fieldCount();
    for (int i = columns.size(); i < record.fieldCount() && record.isBlank(i); i++) {
      fields--;
    }
    if (fields != columns.size()) {
      String reason =
          "The line has %d fields and the header %d:"
              + " quote what holds a delimiter, or mend the line";
      return refused(record.end(), reason.formatted(record.fieldCount(), columns.size()));
    }
    return new RawRow.Accepted(line, record.values(window.bytes(), fields));
  }

  private RawRow refuseLine() throws IOException {
    int end = window.lineEnd(window.start());
    while (end + 1 >= window.limit() && !window.ended() && !window.isFull()) {
      window.readOn();
      end = window.lineEnd(window.start());
    }
    if (end + 1 >= window.limit() && !window.ended()) {
      throw new FileFault(file, line, "has a line longer than 64 MB: is it really CSV?");
    }
    RawRow row =
        refused(end, "The line has a quote that is not closed, or text after a closing quote");
    window.moveTo(window.afterLineBreak(end));
    line++;
    return row;
  }

  private RawRow refused(int end, String reason) {
    int start = window.start();
    int length = Math.min(end - start, 4 * RawRow.LONGEST_DOCUMENT);
    String document = new String(window.bytes(), start, length, StandardCharsets.UTF_8);
    return new RawRow.Refused(line, reason, document);
  }

  private boolean isUtf8() {
    return record.isPlainText() || text.isUtf8(window.bytes(), window.start(), record.end(), line);
  }

  private void refuseNul() throws FileFault {
    if (record.isPlainText()) {
      return;
    }
    for (int i = window.start(); i < record.end(); i++) {
      if (window.bytes()[i] == 0) {
        throw new FileFault(
            file, line, "holds NUL bytes: it is damaged or no text, export it again");
      }
    }
  }

  private void refuseLatin() throws FileFault {
    if (text.latinLine() > 0) {
      throw new FileFault(
          file, text.latinLine(), "is not UTF-8 but seems to be Latin-1: save it as UTF-8");
    }
  }
}
