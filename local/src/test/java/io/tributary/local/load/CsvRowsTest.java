package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRowsTest {
  private static final int FIRST_WINDOW = 1 << 20;

  @Property(tries = 300)
  void readsWhatRfc4180Writes(
      @ForAll("rows") List<List<String>> rows, @ForAll("lineBreaks") String lineBreak)
      throws IOException {
    StringBuilder text = new StringBuilder("a,b,c");
    List<RawRow> expected = new ArrayList<>();
    for (List<String> row : rows) {
      text.append(lineBreak);
      List<String> values = new ArrayList<>(row);
      values.replaceAll(cell -> cell.isEmpty() ? null : cell);
      expected.add(new RawRow.Accepted(lineAt(text), values));
      text.append(row.stream().map(CsvRowsTest::written).collect(Collectors.joining(",")));
    }

    assertThat(read(text.toString())).isEqualTo(expected);
  }

  /** A bad line is put at every place around the end of the first window. */
  @Example
  void findsTheEndOfABadLineBeyondTheWindow() throws IOException {
    for (int gap = -3; gap < 9; gap++) {
      int before = FIRST_WINDOW - "a,b,c\r\n".length() - "1,2,\r\n".length() - gap;
      String text = "a,b,c\r\n1,2," + "x".repeat(before) + "\r\n1,\"2\"3\r\n4,5,6\r\n";

      List<RawRow> rows = read(text);

      assertThat(rows).extracting(RawRow::line).containsExactly(2L, 3L, 4L);
      assertThat(rows.get(1))
          .isInstanceOfSatisfying(
              RawRow.Refused.class, row -> assertThat(row.document()).isEqualTo("1,\"2\"3"));
      assertThat(rows.get(2)).isEqualTo(new RawRow.Accepted(4, List.of("4", "5", "6")));
    }
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> pieces =
        Arbitraries.of("a", " ", ";", ",", "\"", "\n", "\r\n", "\r", "é", "€", "\uD83D\uDE00");
    return pieces.list().ofMaxSize(6).map(p -> String.join("", p)).list().ofSize(3).list();
  }

  @Provide
  Arbitrary<String> lineBreaks() {
    return Arbitraries.of("\n", "\r\n");
  }

  private static String written(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The line on which the next character stands, as an editor counts. */
  private static long lineAt(CharSequence text) {
    return 1
        + text.toString().replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count();
  }

  private static List<RawRow> read(String text) throws IOException {
    Path file = Files.createTempFile("rows", ".csv");
    try {
      Files.writeString(file, text);
      List<RawRow> rows = new ArrayList<>();
      RawFile raw = new RawFile(file, "raw.a.csv", "raw.a", FileFormat.CSV, false);
      try (RowReader reader = RowReader.open(raw)) {
        for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
          rows.add(row.get());
        }
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }
}
