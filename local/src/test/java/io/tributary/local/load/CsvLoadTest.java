package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.PermanentException;
import io.tributary.error.UserException;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLoadTest {
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

  @Test
  void loadsCellsAsTextWithTheirFileAndLine() {
    warehouse.write("raw.orders.csv", "Id,revenue\n007,1.50\n8,\n");

    LoadReport report = warehouse.load();

    assertThat(warehouse.rows("select id, revenue, _file, _line from raw.orders order by _line"))
        .containsExactly("007|1.50|raw.orders.csv|2", "8|null|raw.orders.csv|3");
    assertThat(
            warehouse.rows(
                "select column_name, data_type from information_schema.columns"
                    + " where table_name = 'orders' order by ordinal_position"))
        .containsExactly("id|VARCHAR", "revenue|VARCHAR", "_file|VARCHAR", "_line|BIGINT");
    assertThat(report.tables())
        .containsExactly(new LoadReport.TableLoad("raw.orders", 1, 0, 0, 2, 0));
  }

  @Test
  void readsByteOrderMarkCarriageReturnsQuotesAndLineBreaksInCells() {
    warehouse.write(
        "raw.notes.csv",
        "\uFEFFid,\"note\"\r\n1,\"a, \"\"b\"\"\r\nsecond line\"\r\n\r\n2,5\" disk\r\n3, ünï \r\n");

    warehouse.load();

    assertThat(warehouse.rows("select id, note, _line from raw.notes order by _line"))
        .containsExactly("1|a, \"b\"\r\nsecond line|2", "2|5\" disk|5", "3| ünï |6");
  }

  @Test
  void readsLoneCarriageReturnsAsLineBreaks() {
    warehouse.write("raw.notes.csv", "id,note\r1,a\r2,\"b\rc\"\r3,d");

    warehouse.load();

    assertThat(warehouse.rows("select id, note, _line from raw.notes order by _line"))
        .containsExactly("1|a|2", "2|b\rc|3", "3|d|5");
  }

  @Test
  void findsOtherDelimiters() {
    warehouse.write("raw.a.csv", "id;\"na,me\"\n1;x,y\n");
    warehouse.write("raw.b.csv", "id\tname\n1\tx,y\n");
    warehouse.write("raw.c.csv", "id|name\n1|x,y\n");

    warehouse.load();

    assertThat(warehouse.rows("select id, \"na,me\" from raw.a")).containsExactly("1|x,y");
    assertThat(warehouse.rows("select id, name from raw.b")).containsExactly("1|x,y");
    assertThat(warehouse.rows("select id, name from raw.c")).containsExactly("1|x,y");
  }

  @Test
  void keepsRaggedLinesAmongTheRejectedOnes() {
    warehouse.write(
        "raw.orders.csv", "id,user,revenue\n1,u,2\n2,u\n3,u,4,5\n4,u,6,,\n\"5\n\",u,7\n");

    LoadReport report = warehouse.load();

    assertThat(warehouse.rows("select id, _line from raw.orders order by _line"))
        .containsExactly("1|2", "4|5", "5\n|6");
    assertThat(warehouse.rejected())
        .containsExactly(
            "raw.orders|raw.orders.csv|3|The line has 2 fields and the header 3: quote what holds"
                + " a delimiter, or mend the line|2,u",
            "raw.orders|raw.orders.csv|4|The line has 4 fields and the header 3: quote what holds"
                + " a delimiter, or mend the line|3,u,4,5");
    assertThat(report.tables())
        .containsExactly(new LoadReport.TableLoad("raw.orders", 1, 0, 0, 3, 2));
  }

  @Test
  void aBrokenQuoteCostsItsLineOnly() {
    warehouse.write("raw.orders.csv", "id,name\n1,\"never closed\n2,b\n3,\"c\" d\n4,d\n5,\"last");

    warehouse.load();

    assertThat(warehouse.rows("select id, name, _line from raw.orders order by _line"))
        .containsExactly("2|b|3", "4|d|5");
    assertThat(
            warehouse.rows("select line, document from tributary_local.rejected_lines order by 1"))
        .containsExactly("2|1,\"never closed", "4|3,\"c\" d", "6|5,\"last");
  }

  @Test
  void aLineThatIsNotUtf8IsRejectedAmongOthersThatAre() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id,name\n1,Zoë\n2,Zo".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xeb);
    bytes.writeBytes("\n3,Ann\n".getBytes(StandardCharsets.UTF_8));
    warehouse.write("raw.people.csv", bytes.toByteArray());

    warehouse.load();

    assertThat(warehouse.rows("select id, name, _line from raw.people order by _line"))
        .containsExactly("1|Zoë|2", "3|Ann|4");
    assertThat(warehouse.rejected())
        .containsExactly(
            "raw.people|raw.people.csv|3|The line is not UTF-8: save the file as UTF-8|2,Zo\uFFFD");
  }

  @Test
  void cutsTheDocumentOfARejectedLine() {
    warehouse.write("raw.a.csv", "id,name\n" + "x".repeat(5_000) + "\n");

    warehouse.load();

    assertThat(warehouse.rows("select length(document) from tributary_local.rejected_lines"))
        .containsExactly("4000");
  }

  @Test
  void loadsACellOfTenMegabytes() {
    String cell = "y".repeat(10 << 20);
    warehouse.write("raw.big.csv", "id,body\n1,a\n2," + cell + "\n3,\"" + cell + "\n\"\n4,b\n");

    warehouse.load();

    assertThat(warehouse.rows("select id, length(body), _line from raw.big order by _line"))
        .containsExactly("1|1|2", "2|10485760|3", "3|10485761|4", "4|1|6");
  }

  @Test
  void loadsACompressedFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write("id\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    warehouse.write("raw.a.csv.gz", bytes.toByteArray());

    warehouse.load();

    assertThat(warehouse.rows("select id, _line from raw.a order by id"))
        .containsExactly("1|2", "2|3");
  }

  @Test
  void aFileWithAHeaderAloneIsAnEmptyTable() {
    warehouse.write("raw.a.csv", "id,name");

    warehouse.load();

    assertThat(warehouse.rows("select count(*) from raw.a")).containsExactly("0");
  }

  /** Each third row may have cells with line breaks: all is checked against arithmetic. */
  @ParameterizedTest
  @CsvSource({"'\n\n1,2,3\r\n', 3", "', \"\"so\"\" ', 0"})
  void keepsLinesAndCellsRightInAFileOfManyBuffers(String each, int breaks) throws IOException {
    int rows = 400_000;
    try (BufferedWriter file = Files.newBufferedWriter(warehouse.data.resolve("raw.a.csv"))) {
      file.write("n,text,tail\n");
      for (int n = 0; n < rows; n++) {
        String middle = n % 3 == 0 ? each : ", ";
        file.write(n + ",\"" + "some text ".repeat(9) + middle + "end\"," + n + "\n");
      }
    }
    assertThat(Files.size(warehouse.data.resolve("raw.a.csv"))).isGreaterThan(40 << 20);

    warehouse.load();

    assertThat(
            warehouse.rows(
                """
                select count(*), count(distinct n),
                    count(case when n = tail and text like 'some%%end' then 1 end),
                    count(case when _line = 2 + n::bigint + %d * ((n::bigint + 2) // 3) then 1 end)
                from raw.a"""
                    .formatted(breaks)))
        .containsExactly("400000|400000|400000|400000");
    assertThat(warehouse.rejected()).isEmpty();
  }

  @Test
  void leavesNoTemporaryFile() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    warehouse.write("raw.a.csv", "id\n1\n1,2\n");
    warehouse.write("raw.b.csv", "id\n1\n\0\n");

    assertThatThrownBy(
            () -> new RawLoader(warehouse.connection, "raw", temporary).load(warehouse.data))
        .isInstanceOf(UserException.class);

    assertThat(warehouse.rows("select id from raw.a")).containsExactly("1");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void saysWhereItCannotWrite() {
    Path missing = folder.resolve("missing");
    warehouse.write("raw.a.csv", "id\n1\n");

    assertThatThrownBy(
            () -> new RawLoader(warehouse.connection, "raw", missing).load(warehouse.data))
        .isInstanceOf(PermanentException.class)
        .hasMessageStartingWith("Cannot write temporary files in " + missing);
  }

  @Test
  void aMissingFolderTakesNothingAway() throws IOException {
    Path file = warehouse.write("raw.a.csv", "id\n1\n");
    warehouse.load();
    Files.delete(file);
    Files.delete(warehouse.data);

    assertThatThrownBy(warehouse::load)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("There is no folder ");
    assertThat(warehouse.rows("select id from raw.a")).containsExactly("1");
  }
}
