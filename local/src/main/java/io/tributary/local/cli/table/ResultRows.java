package io.tributary.local.cli.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a statement gave: the columns' names and the rows, read once and in order.
 *
 * @param rows each as long as the columns; null stands for SQL's null, and numbers are {@link
 *     Number}s. Closed with this record.
 */
public record ResultRows(List<String> columns, Stream<List<Object>> rows) implements AutoCloseable {
  public ResultRows {
    columns = List.copyOf(columns);
  }

  @Override
  public void close() {
    rows.close();
  }
}
