package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFaultTest {
  private static final String TEXT = "id,name\n1,Müller\n";

  @TempDir Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = new Warehouse(folder);
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private void assertRefused(String message) {
    assertThatThrownBy(warehouse::load)
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_INVALID))
        .hasMessage(message);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aGzNameWithoutGzip() {
    warehouse.write("raw.a.csv.gz", TEXT);

    assertRefused(
        "data/raw.a.csv.gz: The file is no gzip file: pack it with gzip, or take .gz off its name.");
  }

  @Test
  void gzipWithoutAGzName() throws IOException {
    warehouse.write("raw.a.csv", gzip(TEXT));

    assertRefused("data/raw.a.csv: The file is a gzip file: unpack it, or add .gz to its name.");
  }

  @Test
  void gzipThatIsCutOff() throws IOException {
    byte[] whole = gzip(TEXT + "2,b\n".repeat(10_000));
    warehouse.write("raw.a.csv.gz", Arrays.copyOf(whole, whole.length - 9));

    assertRefused("data/raw.a.csv.gz: The file is a damaged gzip file: pack or copy it again.");
  }

  @Test
  void aWorkbookNamedCsv() {
    warehouse.write("raw.a.csv", "PK\u0003\u0004rest");

    assertRefused(
        "data/raw.a.csv: The file is a zip file or a workbook: save it as CSV in UTF-8, or unpack it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
  void utf16(String charset) {
    warehouse.write("raw.a.csv", TEXT.getBytes(Charset.forName(charset)));

    assertRefused("data/raw.a.csv: The file is written in UTF-16: save it as UTF-8.");
  }

  @Test
  void latin1() {
    warehouse.write("raw.a.csv", TEXT.getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        "data/raw.a.csv:2: The file is not UTF-8 but seems to be Latin-1: save it as UTF-8.");
    assertThat(warehouse.rows("select * from tributary_local.raw_files")).isEmpty();
  }

  @Test
  void latin1InTheHeader() {
    warehouse.write("raw.a.csv", "id,größe\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(
        "data/raw.a.csv:1: The file has a header that is not UTF-8: save the file as UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\uFEFF"})
  void anEmptyFile(String text) {
    warehouse.write("raw.a.csv", text);

    assertRefused("data/raw.a.csv: The file is empty: give it a header line, or take it away.");
  }

  @ParameterizedTest
  @CsvSource({"2023-09-01", "12:15:35", "67.8", "01.09.2023", "-1"})
  void aHeaderThatIsData(String cell) {
    warehouse.write("raw.a.csv", "abc,def," + cell + "\nabd,dee,x\n");

    assertRefused(
        "data/raw.a.csv:1: The file has data where the names of the columns should stand (\""
            + cell
            + "\"): put a header line first.");
  }

  @Test
  void headersThatAreTheSame() {
    warehouse.write("raw.a.csv", "id,Name, name\n1,2,3\n");

    assertRefused(
        "data/raw.a.csv:1: The file has two columns named \"name\": give each its own name.");
  }

  @Test
  void aHeaderThatLoadingUses() {
    warehouse.write("raw.a.csv", "id,_line\n1,2\n");

    assertRefused(
        "data/raw.a.csv:1: The file has a column _line, a name that loading itself uses: name it"
            + " otherwise.");
  }

  @Test
  void aHeaderWithAnOpenQuote() {
    warehouse.write("raw.a.csv", "id,\"name\n1,2\n");

    assertRefused(
        "data/raw.a.csv:1: The file has a header with a quote that is not closed: close it.");
  }

  @Test
  void nulBytes() {
    warehouse.write("raw.a.csv", "id,name\n1,a\n2,\0\0\n");

    assertRefused(
        "data/raw.a.csv:3: The file holds NUL bytes: it is damaged or no text, export it again.");
  }

  @Test
  void aLinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(warehouse.data.resolve("raw.a.csv"), folder.resolve("missing"));

    assertRefused(
        "data/raw.a.csv: The file is not there: it went away, or is a link that leads nowhere.");
  }

  /** Refused by hand, because the superuser may read everything. */
  @Test
  void aFileThatMayNotBeRead() {
    Path path = warehouse.data.resolve("raw.a.csv");
    var file = new RawFile(path, "raw.a.csv", "raw.a", FileFormat.CSV, false);

    assertThat(FileFault.ofRefusal(file, new AccessDeniedException(path.toString())))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault ->
                assertThat(fault.problem())
                    .hasToString(
                        "data/raw.a.csv: The file may not be read: give yourself the right with chmod u+r."));
  }

  @Test
  void aFolderNamedLikeAFile() {
    warehouse.write("raw.a.csv/part.csv", TEXT);

    assertRefused(
        "data/raw.a.csv: The folder has a file's name: name it raw.a if it holds the parts.");
  }

  @Test
  void aTableThatIsFileAndFolder() {
    warehouse.write("raw.a.csv", TEXT);
    warehouse.write("raw.a/part.csv", TEXT);

    assertRefused(
        "data/raw.a.csv: The file is table raw.a, as data/raw.a/part.csv is: put both into one folder"
            + " named raw.a, or rename one.");
  }

  @Test
  void aTableInParquetAndText() {
    warehouse.write("raw.a/1.csv", TEXT);
    warehouse.write("raw.a/2.parquet", "PAR1");

    assertThatThrownBy(warehouse::load)
        .hasMessageContaining(
            "data/raw.a/1.csv: The table has parts in Parquet and in text, and only Parquet has types");
  }

  @Test
  void allFaultsAtOnceAndNothingLoaded() {
    warehouse.write("raw.a.csv", "");
    warehouse.write("raw.b/1.csv", "1,2\n");
    warehouse.write("raw.b/2.csv", "id,id\n");
    warehouse.write("raw.c.csv", TEXT);

    assertRefused(
        """
        3 files cannot be loaded:
          data/raw.a.csv: The file is empty: give it a header line, or take it away.
          data/raw.b/1.csv:1: The file has data where the names of the columns should stand ("1"): put a \
        header line first.
          data/raw.b/2.csv:1: The file has two columns named "id": give each its own name.""");
    assertThat(warehouse.rows("select * from information_schema.tables where table_schema='raw'"))
        .isEmpty();
  }

  @Test
  void faultsDeepInFilesAreReportedTogetherAndLeaveTheirTablesAsTheyWere() {
    warehouse.write("raw.a.csv", "id,name\n1,a\n");
    warehouse.load();
    warehouse.write("raw.a.csv", "id,name\n1,changed\n2,\0\n");
    warehouse.write("raw.b.csv", TEXT.getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(warehouse::load)
        .hasMessageContaining("2 files cannot be loaded")
        .hasMessageContaining("data/raw.a.csv:3: The file holds NUL bytes")
        .hasMessageContaining("data/raw.b.csv:2: The file is not UTF-8");
    assertThat(warehouse.rows("select id, name from raw.a")).containsExactly("1|a");
  }
}
