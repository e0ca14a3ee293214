package io.tributary.local.states.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of a machine and refuses by name everything that this runner does not do. */
public final class DefinitionReader {
  private static final int LARGEST = 1_048_576;
  private static final Set<String> MACHINE =
      Set.of("Comment", "QueryLanguage", "Version", "StartAt", "States", "TimeoutSeconds");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private DefinitionReader() {}

  /**
   * Reads a definition.
   *
   * @throws RefusedDefinition with every problem and its place
   */
  public static Definition read(String text) {
    if (text.length() > LARGEST) {
      throw new RefusedDefinition(List.of("/: is longer than 1 MB"));
    }
    Problems problems = new Problems();
    Fields machine = new Fields(json(text), Place.ROOT, problems);
    machine.allowOnly(MACHINE);
    requireLanguage(machine);
    machine
        .optionalText("Version")
        .filter(version -> !version.equals("1.0"))
        .ifPresent(version -> machine.refuse("Version", "must be 1.0"));
    Optional<Duration> timeout =
        machine.whole("TimeoutSeconds", 1, 99_999_999).map(Duration::ofSeconds);
    Flow flow = Flows.read(machine);
    new Names(problems).check(flow, Place.ROOT, Set.of());
    if (!problems.none()) {
      throw new RefusedDefinition(problems.all());
    }
    return new Definition(flow, timeout, text);
  }

  private static void requireLanguage(Fields machine) {
    if (!machine.has("QueryLanguage")) {
      machine.refuse(
          "QueryLanguage", "is missing, which means JSONPath; only JSONata is supported");
    }
    States.requireJsonata(machine);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new RefusedDefinition(List.of("/: is no JSON" + where + ": " + e.getOriginalMessage()));
    }
  }
}
