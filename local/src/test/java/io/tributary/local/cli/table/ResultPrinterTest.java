package io.tributary.local.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.cli.ScreenCapture;
import io.tributary.local.cli.Terminal;
import io.tributary.local.cli.Terminal.Colour;
import io.tributary.local.cli.Terminal.Glyphs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultPrinterTest {
  private static final List<String> COLUMNS = List.of("channel", "credit", "first_seen");
  private static final LocalDateTime SEEN = LocalDateTime.parse("2023-09-01T17:05:00");

  private final ScreenCapture capture = new ScreenCapture();

  @Test
  void alignsColumnsAndStripsZerosBeyondTwoDecimals() {
    print(capture.pipe(), TableFormat.TABLE, sample());

    assertThat(capture.out())
        .isEqualTo(
            """
            channel           credit  first_seen
            -----------  -----------  -------------------
            Paid Search        12.50  2023-09-01 17:05:00
            –            0.333333333  –
            """);
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void drawsLinesAndCountsRowsOnAScreen() {
    print(capture.screen(100), TableFormat.TABLE, sample());

    assertThat(capture.out())
        .isEqualTo(
            """
            channel     │      credit │ first_seen
            ────────────┼─────────────┼────────────────────
            Paid Search │       12.50 │ 2023-09-01 17:05:00
            –           │ 0.333333333 │ –
            """);
    assertThat(capture.err()).isEqualTo("(2 rows)\n");
  }

  @Test
  void showsAnotherSignForNullWhenAsked() {
    new ResultPrinter(capture.pipe(), "NULL").print(sample(), TableFormat.TABLE);

    assertThat(capture.out()).contains("\nNULL ");
  }

  @Test
  void leavesOutColumnsThatTheScreenCannotHoldAndSaysSo() {
    List<Object> row = List.of("x".repeat(60), 1, "second", "third");
    print(
        capture.screen(60),
        TableFormat.TABLE,
        new ResultRows(List.of("payload", "n", "b", "c"), Stream.of(row)));

    assertThat(capture.out().lines()).allMatch(line -> line.length() <= 60);
    assertThat(capture.out()).contains("x".repeat(39) + "… │ 1 │ second");
    assertThat(capture.err())
        .contains("Not shown for want of room: c; name the columns you want, or use --format csv.");
  }

  @Test
  void cutsNothingForAPipe() {
    List<Object> row = List.of("x".repeat(500), "last");
    print(capture.pipe(), TableFormat.TABLE, new ResultRows(List.of("a", "b"), Stream.of(row)));

    assertThat(capture.out()).contains("x".repeat(500) + "  last");
  }

  @Test
  void keepsControlCharactersOfAValueFromTheScreen() {
    List<Object> row = List.of("two\nlines \u001b[31m");
    print(capture.screen(80), TableFormat.TABLE, new ResultRows(List.of("a"), Stream.of(row)));

    assertThat(capture.out()).contains("two\\nlines \\u001b[31m").doesNotContain("\u001b");
  }

  @Test
  void showsOnlyTheHeaderWhereThereAreNoRows() {
    print(capture.pipe(), TableFormat.TABLE, new ResultRows(List.of("a"), Stream.empty()));

    assertThat(capture.out()).isEqualTo("a\n-\n");
  }

  @Test
  void quotesCsvAsTheRfcSays() {
    List<Object> row = Arrays.asList("a,b", "say \"hi\"", "two\nlines", "", null, 1.5);
    print(
        capture.pipe(),
        TableFormat.CSV,
        new ResultRows(List.of("a", "b,c", "d", "e", "f", "g"), Stream.of(row)));

    assertThat(capture.out())
        .isEqualTo("a,\"b,c\",d,e,f,g\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\",,1.5\n");
  }

  @Test
  void writesCsvNumbersInFull() {
    List<Object> row = List.of(new BigDecimal("1E+3"), new BigDecimal("0.500000000"), SEEN);
    print(capture.pipe(), TableFormat.CSV, new ResultRows(COLUMNS, Stream.of(row)));

    assertThat(capture.out()).endsWith("\n1000,0.500000000,2023-09-01 17:05:00\n");
  }

  @Test
  void writesJsonNumbersAsNumbers() {
    List<Object> row =
        Arrays.asList(7L, new BigDecimal("0.10"), new BigInteger("9".repeat(20)), 2.5f, true, null);
    print(
        capture.pipe(),
        TableFormat.JSON,
        new ResultRows(List.of("a", "b", "c", "d", "e", "a"), Stream.of(row, row)));

    String object =
        "{\"a\":7,\"b\":0.10,\"c\":99999999999999999999,\"d\":2.5,\"e\":true,\"a_2\":null}";
    assertThat(capture.out()).isEqualTo("[\n" + object + ",\n" + object + "\n]\n");
  }

  @Test
  void writesAnEmptyJsonArray() {
    print(capture.pipe(), TableFormat.JSON, new ResultRows(List.of("a"), Stream.empty()));

    assertThat(capture.out()).isEqualTo("[ ]\n");
  }

  @Test
  void streamsAMillionRows() {
    CountingStream sink = new CountingStream(Long.MAX_VALUE);
    print(sink.terminal(), TableFormat.CSV, numbers(1_000_000));

    // Lines of 2, 3 … 7 characters: 9·2 + 90·3 + 900·4 + 9,000·5 + 90,000·6 + 900,000·7, then
    // 1000000 with 8, and the header "n" with 2.
    assertThat(sink.written).isEqualTo(18 + 270 + 3_600 + 45_000 + 540_000 + 6_300_000 + 8 + 2);
  }

  @Test
  void stopsReadingWhenThePipeIsClosed() {
    AtomicLong read = new AtomicLong();
    ResultRows rows = numbers(50_000_000);
    ResultRows counted =
        new ResultRows(rows.columns(), rows.rows().peek(row -> read.incrementAndGet()));

    print(new CountingStream(100_000).terminal(), TableFormat.TABLE, counted);

    assertThat(read.get()).isLessThan(200_000);
  }

  private static ResultRows numbers(long count) {
    return new ResultRows(
        List.of("n"), LongStream.rangeClosed(1, count).mapToObj(n -> List.<Object>of(n)));
  }

  private static ResultRows sample() {
    return new ResultRows(
        COLUMNS,
        Stream.of(
            List.of("Paid Search", new BigDecimal("12.500000000"), SEEN),
            Arrays.asList(null, new BigDecimal("0.333333333"), null)));
  }

  private static void print(Terminal terminal, TableFormat format, ResultRows rows) {
    new ResultPrinter(terminal).print(rows, format);
  }

  /** Counts bytes, and breaks after so many, as a closed pipe does. */
  private static final class CountingStream extends OutputStream {
    private final long most;
    private long written;

    CountingStream(long most) {
      this.most = most;
    }

    Terminal terminal() {
      PrintStream stream = new PrintStream(this);
      return new Terminal(stream, stream, OptionalInt.empty(), Glyphs.UNICODE, Colour.OFF);
    }

    @Override
    public void write(int character) throws IOException {
      write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (written + length > most) {
        throw new IOException("Broken pipe");
      }
      written += length;
    }
  }
}
