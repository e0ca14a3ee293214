package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLoadTest {
  @TempDir Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = new Warehouse(folder.resolve("it's [a] shop"));
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private void writeParquet(String name, String query) {
    warehouse.write(name, "");
    String path = warehouse.data.resolve(name).toString().replace("'", "''");
    warehouse.execute("copy (" + query + ") to '" + path + "' (format parquet)");
  }

  @Test
  void keepsTypesAndNumbersRows() {
    writeParquet("raw.a.parquet", "select 1::integer as Id, date '2024-01-02' as d, 1.5::double x");

    warehouse.load();

    assertThat(warehouse.rows("select id, d, x, _file, _line from raw.a"))
        .containsExactly("1|2024-01-02|1.5|raw.a.parquet|1");
    assertThat(
            warehouse.rows(
                "select column_name, data_type from information_schema.columns"
                    + " where table_name = 'a' order by ordinal_position"))
        .containsExactly("id|INTEGER", "d|DATE", "x|DOUBLE", "_file|VARCHAR", "_line|BIGINT");
  }

  @Test
  void unitesPartsByNameWithTheWiderType() {
    writeParquet("raw.a/1.parquet", "select range::integer as id from range(3)");
    writeParquet("raw.a/2.parquet", "select 5000000000::bigint as ID, 'x' as more");

    LoadReport first = warehouse.load();
    LoadReport second = warehouse.load();

    assertThat(warehouse.rows("select id, more, _file, _line from raw.a order by id"))
        .containsExactly(
            "0|null|raw.a/1.parquet|1",
            "1|null|raw.a/1.parquet|2",
            "2|null|raw.a/1.parquet|3",
            "5000000000|x|raw.a/2.parquet|1");
    assertThat(first.tables()).containsExactly(new LoadReport.TableLoad("raw.a", 2, 0, 0, 4, 0));
    assertThat(second.tables()).containsExactly(new LoadReport.TableLoad("raw.a", 0, 2, 0, 4, 0));
  }

  @Test
  void refusesWhatIsNoParquet() {
    warehouse.write("raw.a.parquet", "id\n1\n");

    assertThatThrownBy(warehouse::load)
        .hasMessageStartingWith("data/raw.a.parquet: The file cannot be read as Parquet (");
  }

  @Test
  void theCatalogKnowsTheColumns() {
    writeParquet("raw.a.parquet", "select 1 as Id");

    assertThat(FileCatalog.of(warehouse.data, "raw").columns("raw.a"))
        .hasValueSatisfying(columns -> assertThat(columns).containsExactly("id", "_file", "_line"));
  }
}
