package io.tributary.config;

import io.tributary.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks a project's sources against the raw tables. */
public final class ProjectCheck {
  private final TableCatalog catalog;
  private final Optional<Identity> identity;
  private final Optional<Attributes> attributes;
  private final Problems problems;

  private ProjectCheck(TableCatalog catalog, ProjectFile file, Problems problems) {
    this.catalog = catalog;
    this.identity = file.identity();
    this.attributes = file.attributes();
    this.problems = problems;
  }

  /**
   * Binds the columns of every source that could be read, even where other parts of the file have
   * problems, so that all problems can be shown at once.
   *
   * @return the sources bound, and what the data lacks; the file's own problems are not repeated
   */
  public static Binding bind(ProjectFile file, TableCatalog catalog) {
    Problems problems = new Problems(file.fileName(), file.lines(), List.of());
    ProjectCheck check = new ProjectCheck(catalog, file, problems);
    List<BoundSource> bound = new ArrayList<>();
    file.sources().forEach(source -> check.bind(source).ifPresent(bound::add));
    List<BoundSource> read = check.withAttributes(bound, file.sources().size());
    return new Binding(read, problems.byLine());
  }

  private Optional<BoundSource> bind(Source source) {
    Optional<List<String>> columns = stored(source.table()).flatMap(catalog::columns);
    if (columns.isEmpty()) {
      problems.at(path(source), missing(source));
      return Optional.empty();
    }
    return new ColumnSearch(source, columns.get(), problems)
        .bound()
        .flatMap(bound -> withIdentifiers(bound, columns.get()));
  }

  private Optional<BoundSource> withIdentifiers(BoundSource source, List<String> stored) {
    return identity
        .map(rules -> new IdentityColumns(problems).bound(source, stored, rules))
        .orElseGet(() -> Optional.of(source));
  }

  /** What is wrong with a source itself hides what attributes lack in it. */
  private List<BoundSource> withAttributes(List<BoundSource> bound, int sources) {
    if (attributes.isEmpty() || bound.size() < sources) {
      return bound;
    }
    return new AttributeColumns(problems, attributes.get())
        .bound(
            bound,
            source -> stored(source.source().table()).flatMap(catalog::columns).orElseThrow());
  }

  private Optional<String> stored(String table) {
    return catalog.tables().stream().filter(table::equalsIgnoreCase).findFirst();
  }

  private String missing(Source source) {
    List<String> tables = catalog.tables();
    String known =
        Nearest.to(source.table(), tables)
            .map(near -> "did you mean " + Values.quoted(near) + "?")
            .orElseGet(() -> "add it or name another with `table:`" + others(tables) + ".");
    return "The source %s reads the table %s, which does not exist; %s"
        .formatted(Values.quoted(source.name()), Values.quoted(source.table()), known);
  }

  private static String others(List<String> tables) {
    return tables.isEmpty() ? " (there is no table at all)" : ", there are " + Values.some(tables);
  }

  private static String path(Source source) {
    return "sources." + source.name() + ".table";
  }
}
