package io.tributary.local.warehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final String MORE_THAN_THE_MEMORY =
      "select count(*) from (select i, row_number() over (order by hash(i)) as place"
          + " from range(3000000) r(i)) where place = i";

  @TempDir Path folder;

  @Test
  void saysWhatToDoWhenThereIsNoRoomForWhatTheMemoryDoesNotHold() throws SQLException {
    try (Database database = Database.open(folder.resolve("shop.duckdb"), Optional.of("40MB"));
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set global max_temp_directory_size = '1MB'");

      Throwable failure = catchThrowable(() -> statement.execute(MORE_THAN_THE_MEMORY));

      assertThat(failure).isInstanceOf(SQLException.class);
      assertThat(EngineErrors.sentence(failure))
          .isEqualTo(
              "The disk has no room for what the memory does not hold: make room beside the warehouse file, or give the machine more memory, and run again");
    }
  }
}
