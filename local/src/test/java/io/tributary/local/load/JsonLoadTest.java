package io.tributary.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.error.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLoadTest {
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
  void loadsScalarsAsTheirTextAndObjectsAsJson() {
    warehouse.write(
        "raw.events.ndjson",
        """
        {"id":1,"price":1.50,"ok":true,"none":null,"payload":{"a": 1.10, "b":["x, \\"y\\""]}}

        {"Id":"2","late":"line\\nbreak"}
        """);

    warehouse.load();

    assertThat(
            warehouse.rows(
                "select id, price, ok, none, payload, late, _line from raw.events order by id"))
        .containsExactly(
            "1|1.50|true|null|{\"a\":1.10,\"b\":[\"x, \\\"y\\\"\"]}|null|1",
            "2|null|null|null|null|line\nbreak|3");
  }

  @Test
  void rejectsLinesThatAreNoObject() {
    warehouse.write(
        "raw.events.ndjson",
        "{\"id\":1}\n{\"id\":\n[2]\n{\"id\":3} 4\n{\"id\":\"\\u0000\"}\n{\"id\":5}");

    warehouse.load();

    assertThat(warehouse.rows("select id, _line from raw.events order by id"))
        .containsExactly("1|1", "5|6");
    assertThat(
            warehouse.rows("select line, document from tributary_local.rejected_lines order by 1"))
        .containsExactly("2|{\"id\":", "3|[2]", "4|{\"id\":3} 4", "5|{\"id\":\"\\u0000\"}");
    assertThat(warehouse.rejected().get(1)).contains("The line is not a JSON object: ");
  }

  @Test
  void loadsADocumentOfObjectsWithTheirLines() {
    warehouse.write("raw.a.json", "[\n  {\"id\": 1,\n   \"n\": {}},\n  7,\n  {\"id\": 2}\n]\n");

    warehouse.load();

    assertThat(warehouse.rows("select id, n, _line from raw.a order by id"))
        .containsExactly("1|{}|2", "2|null|5");
    assertThat(warehouse.rejected())
        .containsExactly("raw.a|raw.a.json|4|The element is not a JSON object: make it one|7");
  }

  @Test
  void refusesADocumentThatIsNoJson() {
    warehouse.write("raw.a.json", "[\n{\"id\": 1},\n{\"id\": }\n]");

    assertThatThrownBy(warehouse::load)
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "data/raw.a.json:3: The file is not JSON in UTF-8 (Unexpected character");
  }

  @Test
  void refusesAnArrayNamedNdjson() {
    warehouse.write("raw.a.ndjson", "[\n1,\n2]\n");

    assertThatThrownBy(warehouse::load)
        .hasMessage(
            "data/raw.a.ndjson: The file holds no JSON object: write one a line into .ndjson, or an array"
                + " into .json.");
  }
}
