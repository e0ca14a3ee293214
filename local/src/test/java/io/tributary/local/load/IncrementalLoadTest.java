package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.local.load.LoadReport.TableLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalLoadTest {
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

  private Iterable<String> orders() {
    return warehouse.rows("select id, _file, _line from raw.orders order by _file, _line");
  }

  @Test
  void newFilesAreAddedAndTheOthersLeftAlone() {
    warehouse.write("raw.orders/1.csv", "id\n1\n");
    warehouse.load();
    warehouse.execute("update raw.orders set id = 'untouched'");
    warehouse.write("raw.orders/2.csv", "id\n2\n");

    LoadReport report = warehouse.load();

    assertThat(orders()).containsExactly("untouched|raw.orders/1.csv|2", "2|raw.orders/2.csv|2");
    assertThat(report.tables()).containsExactly(new TableLoad("raw.orders", 1, 1, 0, 2, 0));
  }

  @Test
  void aChangedFileReplacesItsRowsAndItsRejectedLines() {
    warehouse.write("raw.orders/1.csv", "id\n1\n1,2\n");
    warehouse.write("raw.orders/2.csv", "id\n2\n2,2\n");
    warehouse.load();
    warehouse.write("raw.orders/1.csv", "id\n10\n11\n");

    LoadReport report = warehouse.load();

    assertThat(orders())
        .containsExactly("10|raw.orders/1.csv|2", "11|raw.orders/1.csv|3", "2|raw.orders/2.csv|2");
    assertThat(warehouse.rows("select file from tributary_local.rejected_lines"))
        .containsExactly("raw.orders/2.csv");
    assertThat(report.tables()).containsExactly(new TableLoad("raw.orders", 1, 1, 0, 3, 1));
  }

  @Test
  void aFileOfTheSameSizeIsChangedWhenItsTimeIs() throws IOException {
    Path file = warehouse.write("raw.orders.csv", "id\n1\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    warehouse.load();
    warehouse.write("raw.orders.csv", "id\n2\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T00:00:01Z")));

    warehouse.load();

    assertThat(orders()).containsExactly("2|raw.orders.csv|2");
  }

  @Test
  void theRowsOfAFileThatIsGoneGoWithIt() throws IOException {
    warehouse.write("raw.orders/1.csv", "id\n1\n");
    Path gone = warehouse.write("raw.orders/2.csv", "id\n2\n2,2\n");
    warehouse.load();
    Files.delete(gone);

    LoadReport report = warehouse.load();

    assertThat(orders()).containsExactly("1|raw.orders/1.csv|2");
    assertThat(warehouse.rejected()).isEmpty();
    assertThat(report.tables()).containsExactly(new TableLoad("raw.orders", 0, 1, 1, 1, 0));
  }

  @Test
  void aTableWithoutFilesGoesToo() throws IOException {
    Path file = warehouse.write("raw.orders.csv", "id\n1\n");
    warehouse.load();
    Files.delete(file);

    LoadReport report = warehouse.load();

    assertThat(warehouse.rows("select * from information_schema.tables where table_schema='raw'"))
        .isEmpty();
    assertThat(report.tables()).containsExactly(new TableLoad("raw.orders", 0, 0, 1, 0, 0));
    assertThat(warehouse.load().tables()).isEmpty();
  }

  @Test
  void partsWithOtherColumnsAreUnitedByName() throws IOException {
    warehouse.write("raw.orders/1.csv", "id,name\n1,a\n");
    warehouse.load();
    Path second = warehouse.write("raw.orders/2.csv", "price,ID\n5,2\n");

    LoadReport report = warehouse.load();

    assertThat(warehouse.rows("select id, name, price from raw.orders order by id"))
        .containsExactly("1|a|null", "2|null|5");
    assertThat(report.tables()).containsExactly(new TableLoad("raw.orders", 2, 0, 0, 2, 0));

    Files.delete(second);
    warehouse.load();
    assertThat(warehouse.rows("select * from raw.orders"))
        .containsExactly("1|a|raw.orders/1.csv|2");
  }

  @Test
  void aTableThatSomebodyDroppedIsLoadedAgain() {
    warehouse.write("raw.orders.csv", "id\n1\n");
    warehouse.load();
    warehouse.execute("drop table raw.orders");

    warehouse.load();

    assertThat(orders()).containsExactly("1|raw.orders.csv|2");
  }

  @Test
  void filesOfOtherSchemasAndOtherEndingsAreReportedNotLoaded() {
    warehouse.write("raw.orders.csv", "id\n1\n");
    warehouse.write("other.orders.csv", "id\n1\n");
    warehouse.write("raw.orders.xlsx", "x");
    warehouse.write("raw.parts/notes.txt", "x");
    warehouse.write(".DS_Store", "x");
    warehouse.write("raw.orders.parquet.gz", "x");

    LoadReport report = warehouse.load();

    assertThat(report.tables()).extracting(TableLoad::table).containsExactly("raw.orders");
    assertThat(report.skipped())
        .extracting(Object::toString)
        .containsExactly(
            "data/other.orders.csv: The file is not loaded: it names the schema \"other\" and the raw tables"
                + " are in \"raw\"; as a raw table it would be named raw.other_orders.",
            "data/raw.orders.parquet.gz: The file is not loaded: its name ends in none of .csv, .ndjson,"
                + " .json (each also with .gz) and .parquet.",
            "data/raw.orders.xlsx: The file is not loaded: its name ends in none of .csv, .ndjson, .json"
                + " (each also with .gz) and .parquet.",
            "data/raw.parts/notes.txt: The file is not loaded: its name ends in none of .csv, .ndjson,"
                + " .json (each also with .gz) and .parquet.");
  }

  @Test
  void aNameWithoutSchemaBelongsToTheRawSchema() {
    warehouse.write("Ad Späße 2024.csv", "id\n1\n");

    warehouse.load();

    assertThat(warehouse.rows("select id, _file from raw.ad_spa_e_2024"))
        .containsExactly("1|Ad Späße 2024.csv");
  }

  @Test
  void theConnectionIsLeftAsItWas() throws SQLException {
    warehouse.write("raw.orders.csv", "id\n1\n");

    warehouse.load();

    assertThat(warehouse.connection.getAutoCommit()).isTrue();
    assertThat(warehouse.rows("select current_setting('preserve_insertion_order')"))
        .containsExactly("false");
  }

  @Test
  void theCatalogSaysWhatLoadingMakes() {
    warehouse.write("raw.orders/1.csv", "id,Name\n1,a\n");
    warehouse.write("raw.orders/2.ndjson", "{\"id\":1}\n{\"price\":2}\n");
    warehouse.write("costs.csv", "day,cost\n");
    warehouse.write("broken.csv", "");
    warehouse.write("notes.txt", "x");

    FileCatalog catalog = FileCatalog.of(warehouse.data, "raw");

    assertThat(catalog.tables()).containsExactly("raw.broken", "raw.costs", "raw.orders");
    assertThat(catalog.columns("RAW.Orders").orElseThrow())
        .containsExactly("id", "name", "price", "_file", "_line");
    assertThat(catalog.columns("raw.nothing")).isEmpty();
    assertThat(catalog.faults())
        .extracting(Object::toString)
        .containsExactly(
            "data/broken.csv: The file is empty: give it a header line, or take it away.");
    assertThat(catalog.skipped()).hasSize(1);
  }
}
