package io.tributary.local.init;

import io.tributary.local.load.RawFile;
import io.tributary.local.load.RawRow;
import io.tributary.local.load.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A raw table as its files show it.
 *
 * @param name as {@code schema.table}
 * @param columns in the order of the files
 */
record TableProfile(String name, List<ColumnProfile> columns) {
  private static final long SAMPLED_ROWS = 10_000;

  TableProfile {
    columns = List.copyOf(columns);
  }

  /** Reads the files whole; each one's first rows are the sample. */
  static TableProfile of(String name, List<RawFile> files) throws IOException {
    Map<String, ColumnProfile> columns = new LinkedHashMap<>();
    for (RawFile file : files) {
      try (RowReader reader = RowReader.open(file)) {
        List<ColumnProfile> ofFile = new ArrayList<>();
        for (String column : reader.columns()) {
          ofFile.add(columns.computeIfAbsent(column, ColumnProfile::new));
        }
        read(reader, ofFile);
      }
    }
    return new TableProfile(name, new ArrayList<>(columns.values()));
  }

  private static void read(RowReader reader, List<ColumnProfile> columns) throws IOException {
    List<RawRow.Accepted> sample = new ArrayList<>();
    for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
      if (!(row.get() instanceof RawRow.Accepted accepted)) {
        continue;
      }
      if (sample.size() < SAMPLED_ROWS) {
        sample.add(accepted);
        eachCell(columns, accepted.values(), ColumnProfile::sample);
      } else {
        eachCell(columns, accepted.values(), ColumnProfile::reach);
      }
    }
    sample.forEach(row -> eachCell(columns, row.values(), ColumnProfile::reach));
  }

  private static void eachCell(List<ColumnProfile> columns, List<String> values, CellUse use) {
    for (int i = 0; i < columns.size(); i++) {
      use.take(columns.get(i), values.get(i));
    }
  }

  private interface CellUse {
    void take(ColumnProfile column, String value);
  }

  /** The table's name without its schema. */
  String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  Optional<ColumnProfile> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }
}
