package io.tributary.local.warehouse;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that holds a warehouse until its input ends. */
final class WarehouseHolder {
  private WarehouseHolder() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    LocalWarehouse held = LocalWarehouse.open(file, file.resolveSibling("objects"));
    System.out.println("held");
    System.in.readAllBytes();
    held.close();
  }
}
