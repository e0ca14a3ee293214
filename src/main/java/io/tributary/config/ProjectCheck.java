package io.tributary.config;

import io.tributary.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a project's sources against the raw tables. */
public final class ProjectCheck {
  /** The statement that reads them stays below the 100 KB that Redshift's Data API takes. */
  private static final int MOST_COLUMNS = 200;

  private final TableCatalog catalog;
  private final Map<String, IdentifierRule> identifiers;
  private final boolean hasSessions;
  private final Problems problems;

  private ProjectCheck(TableCatalog catalog, ProjectFile file, Problems problems) {
    this.catalog = catalog;
    this.identifiers = file.identifiers();
    this.hasSessions = file.sources().stream().anyMatch(source -> source.kind().isWeb());
    this.problems = problems;
  }

  /**
   * Binds the columns of every source that could be read, even where other parts of the file have
   * problems, so that all problems can be shown at once.
   *
   * @return the sources bound, and what the data lacks; the file's own problems are not repeated
   */
  public static Binding bind(ProjectFile file, TableCatalog catalog) {
    Problems problems = Problems.further(file);
    ProjectCheck check = new ProjectCheck(catalog, file, problems);
    List<BoundSource> bound = new ArrayList<>();
    file.sources().forEach(source -> check.bind(source).ifPresent(bound::add));
    boolean isAll = file.hasAllSources() && bound.size() == file.sources().size();
    var trial = new AttributeTrial(catalog, bound, isAll, problems);
    file.attributes().forEach(trial::attribute);
    file.context().forEach(trial::contextKey);
    file.project().ifPresent(project -> FeaturesCheck.count(project, problems));
    file.project()
        .flatMap(Project::features)
        .ifPresent(features -> FeaturesCheck.bind(features, catalog, problems));
    return new Binding(bound, problems.byLine());
  }

  private Optional<BoundSource> bind(Source source) {
    Optional<String> table = stored(source.table());
    Optional<List<String>> columns = table.flatMap(catalog::columns);
    if (columns.isEmpty()) {
      problems.at(path(source), missing(source));
      return Optional.empty();
    }
    Set<String> nested = catalog.nested(table.orElseThrow());
    return new ColumnSearch(source, columns.get(), nested, problems)
        .bound()
        .flatMap(bound -> withIdentifiers(bound, columns.get()));
  }

  private Optional<BoundSource> withIdentifiers(BoundSource source, List<String> stored) {
    boolean isEvent =
        !identifiers.isEmpty() || (hasSessions && source.source().kind().isCommerce());
    if (isEvent && source.payload().size() > MOST_COLUMNS) {
      problems.at(path(source.source()), tooWide(source));
      return Optional.empty();
    }
    return Optional.of(new IdentityColumns(catalog, problems).bound(source, stored, identifiers));
  }

  private static String tooWide(BoundSource source) {
    return "The table %s of source %s has %d columns, and an event takes at most %d; name a view with those that matter."
        .formatted(
            Values.quoted(source.source().table()),
            Values.quoted(source.source().name()),
            source.payload().size(),
            MOST_COLUMNS);
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
