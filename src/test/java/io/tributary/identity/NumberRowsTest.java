package io.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.DataException;
import io.tributary.error.TransientException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRowsTest {
  @Test
  void readsRowsOfAnyLength() {
    assertThat(read("12,3\n4\n0,2147483647,5,6\n"))
        .containsExactly(List.of(12, 3), List.of(4), List.of(0, 2147483647, 5, 6));
  }

  @Test
  void anEmptyFieldIsZero() {
    assertThat(read("1,,3\n,\n")).containsExactly(List.of(1, 0, 3), List.of(0, 0));
  }

  @Test
  void readsALastRowWithoutItsEnd() {
    assertThat(read("1,2\n3,4")).containsExactly(List.of(1, 2), List.of(3, 4));
  }

  @Test
  void readsAnEmptyFile() {
    assertThat(read("")).isEmpty();
  }

  @Test
  void isZeroBeyondTheEndOfARow() {
    NumberRows rows = open("1,2,3\n7\n".getBytes(StandardCharsets.US_ASCII));
    rows.next();
    rows.next();

    assertThat(rows.size()).isEqualTo(1);
    assertThat(rows.get(1)).isZero();
  }

  @Property(tries = 50)
  void readsWhatWasWrittenPlainOrGzip(
      @ForAll @Size(max = 300) List<@Size(min = 1, max = 30) List<@IntRange Integer>> rows)
      throws IOException {
    String csv =
        rows.stream()
            .map(
                row -> row.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\n")))
            .collect(Collectors.joining());
    byte[] bytes = csv.getBytes(StandardCharsets.US_ASCII);

    assertThat(read(open(bytes))).isEqualTo(rows);
    assertThat(read(open(gzip(bytes)))).isEqualTo(rows);
  }

  @Test
  void readsOnWhenTheStreamGivesOneByteAtATime() {
    byte[] bytes = "123456,78\n9\n".getBytes(StandardCharsets.US_ASCII);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(1, length));
          }
        };

    assertThat(read(NumberRows.open("slow", slow)))
        .containsExactly(List.of(123456, 78), List.of(9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,x; it holds something that is no digit",
        "1,-2; it holds something that is no digit",
        "'\"1\",2'; it holds something that is no digit",
        "1 ,2; it holds something that is no digit",
        "1,2147483648; a number is larger than 2147483647",
        "99999999999999999999999999,1; a number is larger than 2147483647"
      })
  void refusesABrokenRowWithFileAndLine(String row, String why) {
    assertThatThrownBy(() -> read("1,2\n" + row + "\n5,6\n"))
        .isInstanceOf(DataException.class)
        .hasMessage("Line 2 of links/part-1 is not as expected: " + why + "; run the stage again.");
  }

  @Test
  void refusesACutGzipFile() throws IOException {
    byte[] whole = gzip("1,2\n3,4\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(() -> read(open(cut)))
        .isInstanceOf(DataException.class)
        .hasMessage("links/part-1 is not a whole gzip file; run the stage again.");
  }

  @Test
  void aBrokenConnectionMayBeTriedAgain() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };

    assertThatThrownBy(() -> NumberRows.open("links/part-1", broken))
        .isInstanceOf(TransientException.class)
        .hasMessage("Reading links/part-1 broke off.");
  }

  private static List<List<Integer>> read(String csv) {
    return read(open(csv.getBytes(StandardCharsets.US_ASCII)));
  }

  private static List<List<Integer>> read(NumberRows rows) {
    List<List<Integer>> read = new ArrayList<>();
    while (rows.next()) {
      List<Integer> row = new ArrayList<>();
      for (int position = 0; position < rows.size(); position++) {
        row.add(rows.get(position));
      }
      read.add(row);
    }
    rows.close();
    return read;
  }

  private static NumberRows open(byte[] bytes) {
    return NumberRows.open("links/part-1", new ByteArrayInputStream(bytes));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
