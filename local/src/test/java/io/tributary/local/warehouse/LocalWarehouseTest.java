package io.tributary.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** Opening, sharing and closing the file. */
class LocalWarehouseTest {
  private static final String ENDLESS =
      "insert into t select count(*) from range(10000000) a, range(10000000) b"
          + " where a.range * b.range % 7 = 3";

  @TempDir Path folder;

  @Test
  void keepsWhatWasCommittedAndNothingThatStillRan() {
    try (WarehouseFixture first = WarehouseFixture.in(folder)) {
      first.client.mustRun("create table t(n bigint)", "insert into t values (7)");
      String running = first.client.submit(ENDLESS);
      while (first.client.sdk().describeStatement(r -> r.id(running)).status()
          != StatusString.STARTED) {
        Thread.onSpinWait();
      }
    }

    try (WarehouseFixture second = WarehouseFixture.in(folder)) {
      assertThat(second.client.value("select nvl(max(n), 0) from t")).isEqualTo("7");
      assertThat(second.client.value("select count(*) from t")).isEqualTo("1");
    }
  }

  @Test
  void sharesItsTablesWithItsOtherConnections() throws SQLException {
    try (WarehouseFixture fixture = WarehouseFixture.in(folder);
        Connection connection = fixture.warehouse.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema raw");
      statement.execute("create table raw.visits as select 7 / 2 as n");

      assertThat(fixture.client.value("select n from raw.visits")).isEqualTo("3");
    }
  }

  @Test
  void downloadsNothing() throws SQLException {
    try (WarehouseFixture fixture = WarehouseFixture.in(folder);
        Connection connection = fixture.warehouse.connection();
        Statement statement = connection.createStatement();
        ResultSet settings =
            statement.executeQuery(
                "select current_setting('autoinstall_known_extensions'),"
                    + " current_setting('autoload_known_extensions')")) {
      settings.next();
      assertThat(settings.getBoolean(1)).isFalse();
      assertThat(settings.getBoolean(2)).isFalse();
    }
  }
}
