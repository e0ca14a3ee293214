package io.tributary.local.warehouse;

import org.junit.jupiter.api.BeforeEach;

/** An empty table of orders in a warehouse. */
abstract class OrdersTable extends OpenWarehouse {
  @BeforeEach
  void createTable() {
    client.mustRun(
        "drop table if exists orders",
        "create table orders (id bigint encode az64, buyer varchar(20) encode zstd,"
            + " total decimal(10,2), placed_at timestamp) diststyle key distkey(buyer) sortkey(placed_at)");
  }
}
