package io.tributary.local.warehouse.dataapi;

/** How a statement's rows are answered: by GetStatementResult or by GetStatementResultV2. */
enum ResultFormat {
  JSON,
  CSV
}
