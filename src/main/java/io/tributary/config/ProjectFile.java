package io.tributary.config;

import io.tributary.config.Context.ContextKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A project file as it was read: either a project or the problems that keep it from being one.
 *
 * @param project the project, empty where there are problems
 * @param problems everything wrong with the file, by line
 * @param lines where its keys stand
 * @param fileName the file as the user knows it
 * @param rawSchema the schema of the raw tables, as far as it could be read
 * @param wrongKeys the keys that have a problem, by their dotted paths
 * @param sources the sources that could be read, even where other parts have problems
 * @param hasAllSources whether they are all that the file names
 * @param identifiers the identifiers that could be read, by the keys at which they stand
 * @param attributes the attributes that could be read, by the keys at which they stand
 * @param context the context's keys that could be read, by the keys at which they stand
 */
public record ProjectFile(
    Optional<Project> project,
    List<Problem> problems,
    Lines lines,
    String fileName,
    Optional<String> rawSchema,
    Set<String> wrongKeys,
    List<Source> sources,
    boolean hasAllSources,
    Map<String, IdentifierRule> identifiers,
    Map<String, AttributeRule> attributes,
    Map<String, ContextKey> context) {
  public ProjectFile {
    Objects.requireNonNull(fileName);
    problems = List.copyOf(problems);
    wrongKeys = Set.copyOf(wrongKeys);
    sources = List.copyOf(sources);
    identifiers = Collections.unmodifiableMap(new LinkedHashMap<>(identifiers));
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    if (project.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("A file has a project or problems, and never both");
    }
  }

  /** The same file, its sources but those that are left out. */
  public ProjectFile without(Predicate<Source> leftOut) {
    List<Source> kept = sources.stream().filter(leftOut.negate()).toList();
    return new ProjectFile(
        project,
        problems,
        lines,
        fileName,
        rawSchema,
        wrongKeys,
        kept,
        hasAllSources && kept.size() == sources.size(),
        identifiers,
        attributes,
        context);
  }
}
