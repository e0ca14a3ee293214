package io.tributary.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads project files. Whatever is in the file, the answer is a project or problems. */
public final class ProjectReader {
  private static final String RAW_SCHEMA = "raw_schema";

  private ProjectReader() {}

  /**
   * Reads a project file's bytes, which are UTF-8.
   *
   * @param fileName the file as the user knows it, for the problems
   */
  public static ProjectFile read(String fileName, byte[] bytes) {
    return Utf8.encodingFault(fileName, bytes)
        .map(fault -> unreadable(fileName, YamlTree.Plain.unreadable(fault)))
        .orElseGet(() -> read(fileName, Utf8.text(bytes)));
  }

  /**
   * Reads a project file's text.
   *
   * @param fileName the file as the user knows it, for the problems
   */
  public static ProjectFile read(String fileName, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    YamlTree.Plain yaml = YamlDocument.read(fileName, plain);
    return yaml.value().isObject() ? checked(fileName, yaml) : unreadable(fileName, yaml);
  }

  /** A source that is wrong already would only be said to lack what it does not. */
  private static List<Source> sound(List<Source> sources, Problems problems) {
    return sources.stream().filter(source -> !problems.touch("sources." + source.name())).toList();
  }

  private static ProjectFile unreadable(String fileName, YamlTree.Plain yaml) {
    return new ProjectFile(
        Optional.empty(),
        yaml.problems(),
        yaml.lines(),
        fileName,
        Optional.empty(),
        Set.of(),
        List.of(),
        false,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static ProjectFile checked(String fileName, YamlTree.Plain yaml) {
    Problems problems = new Problems(fileName, yaml.lines(), yaml.problems());
    SchemaCheck.check(yaml.value(), problems);
    JsonNode values = ProjectSchema.withDefaults(yaml.value());
    List<Source> sources = ProjectBuilder.sources(values);
    SettingsCheck.check(values, problems);
    SourcesCheck.check(sources, values.path("schema").asText(), problems);
    IdentityCheck.check(yaml.value().path("identity"), sources, problems);
    AttributesCheck.check(yaml.value(), sources, problems);
    SessionsCheck.check(yaml.value().path("sessions"), problems);
    FeaturesCheck.check(values, problems);
    AttributionCheck.check(values.path("attribution"), problems);
    Optional<Project> project =
        problems.none() ? Optional.of(ProjectBuilder.project(values, sources)) : Optional.empty();
    Optional<String> rawSchema =
        problems.touch(RAW_SCHEMA)
            ? Optional.empty()
            : Optional.of(values.get(RAW_SCHEMA).textValue());
    List<Source> sound = rawSchema.isEmpty() ? List.of() : sound(sources, problems);
    return new ProjectFile(
        project,
        problems.byLine(),
        yaml.lines(),
        fileName,
        rawSchema,
        problems.wrongKeys(),
        sound,
        sound.size() == values.path("sources").size(),
        IdentityBuilder.sound(values.path("identity"), problems),
        AttributesBuilder.soundAttributes(values.path("attributes"), problems),
        AttributesBuilder.soundContext(values.path("context"), problems));
  }
}
