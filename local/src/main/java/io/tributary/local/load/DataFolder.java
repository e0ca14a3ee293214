package io.tributary.local.load;

import io.tributary.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files below a project's {@code data/} and the tables they are. A file named {@code
 * <schema>.<table>.<ending>} is that table; so is each file in a folder named {@code
 * <schema>.<table>}. A name without a schema, such as {@code orders.csv}, belongs to the project's
 * raw schema. In a table's name accents go and everything but letters, digits, {@code _}, {@code -}
 * and {@code $} becomes {@code _}. Names that begin with a dot or an underscore are passed over.
 */
public final class DataFolder {
  private static final Pattern NAMES_A_SCHEMA = Pattern.compile("^[A-Za-z_][A-Za-z0-9_]{0,62}[.]");

  private static final String UNKNOWN_ENDING =
      "The file is not loaded: its name ends in none of " + FileName.ENDINGS + ".";

  private final Path folder;
  private final String rawSchema;
  private final SortedMap<String, List<RawFile>> tables = new TreeMap<>();
  private final List<Problem> skipped = new ArrayList<>();
  private final List<Problem> faults = new ArrayList<>();

  private DataFolder(Path folder, String rawSchema) {
    this.folder = folder;
    this.rawSchema = rawSchema.toLowerCase(Locale.ROOT);
  }

  /** Lists what is there now; a folder that is missing holds nothing. */
  public static DataFolder list(Path folder, String rawSchema) {
    DataFolder found = new DataFolder(folder, rawSchema);
    if (Files.isDirectory(folder)) {
      found.children(folder).forEach(found::place);
      found.refuseMixedTables();
    }
    return found;
  }

  /**
   * The schema that most of the folder's names begin with; {@code raw} where none names one. Of two
   * that are named as often it is the first in the alphabet.
   */
  public static String commonSchema(Path folder) {
    SortedMap<String, Long> named =
        new DataFolder(folder, "raw")
            .children(folder).stream()
                .flatMap(path -> stem(path).stream())
                .filter(stem -> NAMES_A_SCHEMA.matcher(stem).find())
                .map(stem -> stem.substring(0, stem.indexOf('.')).toLowerCase(Locale.ROOT))
                .collect(
                    Collectors.groupingBy(schema -> schema, TreeMap::new, Collectors.counting()));
    long most = named.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return named.keySet().stream()
        .filter(schema -> named.get(schema) == most)
        .findFirst()
        .orElse("raw");
  }

  /** The files by table, each table's in order of name. */
  public SortedMap<String, List<RawFile>> tables() {
    return tables;
  }

  /** What is not loaded, and why. */
  public List<Problem> skipped() {
    return skipped;
  }

  /** What cannot stay as it is. */
  public List<Problem> faults() {
    return faults;
  }

  private void place(Path path) {
    String name = path.getFileName().toString();
    if (Files.isDirectory(path)) {
      placeFolder(path, name);
    } else {
      FileName.of(name)
          .ifPresentOrElse(
              file -> tableNamed(path, file.stem()).ifPresent(table -> add(path, table, file)),
              () -> skip(path, UNKNOWN_ENDING));
    }
  }

  private void placeFolder(Path path, String name) {
    if (FileName.of(name).isPresent()) {
      String stem = FileName.of(name).orElseThrow().stem();
      faults.add(
          problem(
              path, "The folder has a file's name: name it " + stem + " if it holds the parts."));
      return;
    }
    tableNamed(path, name).ifPresent(table -> placeParts(path, table));
  }

  private void placeParts(Path path, String table) {
    for (Path part : children(path)) {
      if (Files.isDirectory(part)) {
        placeParts(part, table);
        continue;
      }
      FileName.of(part.getFileName().toString())
          .ifPresentOrElse(file -> add(part, table, file), () -> skip(part, UNKNOWN_ENDING));
    }
  }

  private Optional<String> tableNamed(Path path, String stem) {
    int dot = stem.indexOf('.');
    String schema = dot < 0 ? rawSchema : stem.substring(0, dot).toLowerCase(Locale.ROOT);
    if (!schema.equals(rawSchema)) {
      String wanted = rawSchema + "." + FileName.tableName(stem);
      skip(
          path,
          "The file is not loaded: it names the schema \"%s\" and the raw tables are in \"%s\";"
                  .formatted(schema, rawSchema)
              + " as a raw table it would be named "
              + wanted
              + ".");
      return Optional.empty();
    }
    return Optional.of(rawSchema + "." + FileName.tableName(stem.substring(dot + 1)));
  }

  private void add(Path path, String table, FileName name) {
    tables
        .computeIfAbsent(table, t -> new ArrayList<>())
        .add(new RawFile(path, below(path), table, name.format(), name.gzipped()));
  }

  private void refuseMixedTables() {
    tables.forEach(
        (table, files) -> {
          long origins = files.stream().map(DataFolder::origin).distinct().count();
          boolean parquet = files.stream().anyMatch(f -> f.format() == FileFormat.PARQUET);
          boolean text = files.stream().anyMatch(f -> f.format() != FileFormat.PARQUET);
          if (origins > 1) {
            faults.add(
                new Problem(
                    files.get(1).shownName(),
                    0,
                    "The file is table %s, as %s is: put both into one folder named %s, or rename one."
                        .formatted(table, files.get(0).shownName(), table)));
          } else if (parquet && text) {
            faults.add(
                new Problem(
                    files.get(0).shownName(),
                    0,
                    "The table has parts in Parquet and in text, and only Parquet has types: keep one."));
          }
        });
  }

  /** A table's file itself, or the folder of its parts. */
  private static String origin(RawFile file) {
    int slash = file.name().indexOf('/');
    return slash < 0 ? file.name() : file.name().substring(0, slash);
  }

  private void skip(Path path, String message) {
    skipped.add(problem(path, message));
  }

  private Problem problem(Path path, String message) {
    return new Problem("data/" + below(path), 0, message);
  }

  private String below(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private List<Path> children(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(DataFolder::isWanted).sorted().toList();
    } catch (IOException e) {
      faults.add(
          problem(parent, "The folder cannot be listed: give yourself the right with chmod u+rx."));
      return List.of();
    }
  }

  private static Optional<String> stem(Path path) {
    String name = path.getFileName().toString();
    return Files.isDirectory(path) ? Optional.of(name) : FileName.of(name).map(FileName::stem);
  }

  private static boolean isWanted(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && !name.startsWith("_");
  }
}
