package io.tributary.local.warehouse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse and its client, which all tests of a class share. */
abstract class OpenWarehouse {
  @TempDir static Path folder;
  static WarehouseFixture fixture;
  static DataApiClient client;

  @BeforeAll
  static void open() {
    fixture = WarehouseFixture.in(folder);
    client = fixture.client;
  }

  @AfterAll
  static void close() {
    fixture.close();
  }
}
