package io.tributary.local.load;

import io.tributary.config.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be done to a table so that it holds what its files hold now.
 *
 * @param columns what each present file has, by the file's name
 * @param unchanged files whose rows may stay
 * @param changed files that are new or were changed
 * @param gone names of files that are there no more
 */
record TablePlan(
    String table,
    Map<String, List<String>> columns,
    List<FileVersion> unchanged,
    List<FileVersion> changed,
    List<String> gone) {

  /**
   * Compares the files with what was loaded.
   *
   * @param faults takes each file that cannot be read
   */
  static TablePlan of(
      String table, List<RawFile> files, Map<String, LoadedFile> loaded, List<Problem> faults)
      throws IOException {
    TablePlan plan =
        new TablePlan(
            table, new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> present = new HashSet<>();
    for (RawFile file : files) {
      present.add(file.name());
      try {
        plan.place(FileVersion.of(file), loaded.get(file.name()));
      } catch (FileFault e) {
        faults.add(e.problem());
      }
    }
    loaded.keySet().stream().filter(name -> !present.contains(name)).forEach(plan.gone::add);
    return plan;
  }

  private void place(FileVersion version, LoadedFile loaded) throws IOException {
    if (version.isAsLoaded(loaded)) {
      columns.put(version.file().name(), loaded.columns());
      unchanged.add(version);
    } else {
      columns.put(version.file().name(), columnsOf(version.file()));
      changed.add(version);
    }
  }

  private static List<String> columnsOf(RawFile file) throws IOException {
    try (RowReader reader = RowReader.open(file)) {
      return reader.columns();
    }
  }

  boolean isDone() {
    return changed.isEmpty() && gone.isEmpty();
  }

  boolean hasNoFiles() {
    return columns.isEmpty();
  }

  /** All present files, in order of name. */
  List<FileVersion> files() {
    return Stream.concat(unchanged.stream(), changed.stream())
        .sorted(Comparator.comparing(version -> version.file().name()))
        .toList();
  }

  boolean isParquet() {
    return files().stream().anyMatch(version -> version.file().format() == FileFormat.PARQUET);
  }

  /** The columns of all files, each once, in the order in which they appear. */
  Set<String> allColumns() {
    Set<String> all = new LinkedHashSet<>();
    columns.values().forEach(all::addAll);
    return all;
  }
}
