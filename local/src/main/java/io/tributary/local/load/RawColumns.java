package io.tributary.local.load;

/** The columns that loading adds to each raw table, so that a rejected row can be named. */
public final class RawColumns {
  /** The file that a row came from: its path below the data folder. */
  public static final String FILE_COLUMN = "_file";

  /** The line on which the row begins there; in a Parquet file the row's number. From 1. */
  public static final String LINE_COLUMN = "_line";

  private RawColumns() {}
}
