package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Reads project files. Whatever the text, the answer is a project or problems, no exception. */
public final class ProjectReader {
  private ProjectReader() {}

  /**
   * Reads a project file's text.
   *
   * @param fileName the file as the user knows it, for the problems
   */
  public static ProjectFile read(String fileName, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    YamlTree.Plain yaml = YamlDocument.read(fileName, plain);
    if (!yaml.value().isObject()) {
      return new ProjectFile(Optional.empty(), yaml.problems(), yaml.lines(), fileName, List.of());
    }
    return checked(fileName, yaml);
  }

  private static ProjectFile checked(String fileName, YamlTree.Plain yaml) {
    Problems problems = new Problems(fileName, yaml.lines(), yaml.problems());
    JsonNode values = yaml.value();
    SchemaCheck.check(values, problems);
    List<Source> sources = ProjectBuilder.sources(values);
    Optional<Project> project =
        problems.none()
            ? Optional.of(ProjectBuilder.project(ProjectSchema.withDefaults(values), sources))
            : Optional.empty();
    return new ProjectFile(project, problems.byLine(), yaml.lines(), fileName, sources);
  }
}
