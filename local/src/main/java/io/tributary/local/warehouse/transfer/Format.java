package io.tributary.local.warehouse.transfer;

/** How rows are written in an object. */
enum Format {
  /** Fields between delimiters, without quotes. */
  TEXT,
  CSV,
  JSON,
  PARQUET
}
