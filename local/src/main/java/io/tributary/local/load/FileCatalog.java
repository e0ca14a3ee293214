package io.tributary.local.load;

import io.tributary.config.Problem;
import io.tributary.config.TableCatalog;
import io.tributary.error.ErrorCode;
import io.tributary.error.UserException;
import io.tributary.local.warehouse.ExpressionTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The raw tables that a project folder's files are, read from their first lines alone: as {@link
 * RawLoader} would make them, with {@code _file} and {@code _line}. Of JSON files the first 1,000
 * rows are asked for their keys.
 */
public final class FileCatalog implements TableCatalog {
  private static final long ROWS_OF_JSON = 1_000;

  private final Map<String, List<String>> tables = new TreeMap<>();
  private final List<Problem> skipped;
  private final List<Problem> faults;
  private final Set<String> faulty = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private FileCatalog(DataFolder folder) throws IOException {
    this.skipped = List.copyOf(folder.skipped());
    this.faults = new ArrayList<>(folder.faults());
    for (Map.Entry<String, List<RawFile>> table : folder.tables().entrySet()) {
      tables.put(table.getKey(), columns(table.getValue()));
    }
  }

  /**
   * Reads the folder's files as they are now.
   *
   * @throws UserException where the folder itself cannot be read
   */
  public static FileCatalog of(Path dataFolder, String rawSchema) {
    try {
      return new FileCatalog(DataFolder.list(dataFolder, rawSchema));
    } catch (IOException e) {
      throw new UserException(
          ErrorCode.SOURCE_INVALID, "Cannot read " + dataFolder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<List<String>> columns(String table) {
    return Optional.ofNullable(tables.get(table.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<String> refusal(String table, String sql) {
    return ExpressionTrial.refusal(columns(table).orElseThrow(), sql);
  }

  @Override
  public Optional<String> refusal(String query) {
    return ExpressionTrial.refusal(query);
  }

  @Override
  public List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  /** Files that are no raw table, and why. */
  public List<Problem> skipped() {
    return skipped;
  }

  /** Files that loading would refuse, as far as their first lines say. */
  public List<Problem> faults() {
    return List.copyOf(faults);
  }

  /** Whether a file of the table is among the faults, so that its columns are not all known. */
  public boolean isFaulty(String table) {
    return faulty.contains(table);
  }

  private List<String> columns(List<RawFile> files) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    for (RawFile file : files) {
      try (RowReader reader = RowReader.open(file, ROWS_OF_JSON)) {
        columns.addAll(reader.columns());
      } catch (FileFault e) {
        faults.add(e.problem());
        faulty.add(file.table());
      }
    }
    columns.add(RawColumns.FILE_COLUMN);
    columns.add(RawColumns.LINE_COLUMN);
    return List.copyOf(columns);
  }
}
