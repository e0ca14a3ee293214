package io.tributary.local.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A process of its own that holds a warehouse until its input ends. */
final class WarehouseHolder {
  private WarehouseHolder() {}

  public static void main(String[] args) throws IOException, SQLException {
    Path file = Path.of(args[0]);
    LocalWarehouse held = LocalWarehouse.open(file, file.resolveSibling("objects"));
    try (Connection connection = held.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table t as select 1 as n");
    }
    System.out.println("held");
    System.in.readAllBytes();
    held.close();
  }
}
