package io.tributary.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A project file as it was read: either a project or the problems that keep it from being one.
 *
 * @param project the project, empty where there are problems
 * @param problems everything wrong with the file, by line
 * @param lines where its keys stand
 * @param fileName the file as the user knows it
 * @param rawSchema the schema of the raw tables, as far as it could be read
 * @param sources the sources that could be read, even where other parts have problems
 * @param identity the identity block, where there is one and nothing is wrong with it
 * @param attributes the attributes, where nothing is wrong with them
 * @param context the context, where nothing is wrong with it
 */
public record ProjectFile(
    Optional<Project> project,
    List<Problem> problems,
    Lines lines,
    String fileName,
    Optional<String> rawSchema,
    List<Source> sources,
    Optional<Identity> identity,
    Optional<Attributes> attributes,
    Optional<Context> context) {
  public ProjectFile {
    Objects.requireNonNull(fileName);
    problems = List.copyOf(problems);
    sources = List.copyOf(sources);
    if (project.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("A file has a project or problems, and never both");
    }
  }

  /** The same file, its sources but those that are left out. */
  public ProjectFile without(Predicate<Source> leftOut) {
    List<Source> kept = sources.stream().filter(leftOut.negate()).toList();
    return new ProjectFile(
        project, problems, lines, fileName, rawSchema, kept, identity, attributes, context);
  }
}
