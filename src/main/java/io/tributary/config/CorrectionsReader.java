package io.tributary.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.config.Correction.Name;
import io.tributary.config.Correction.Verdict;
import io.tributary.text.Nearest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads an operator's file of corrections. Whatever is in it, the answer is a {@link Read}. */
public final class CorrectionsReader {
  private static final int LONGEST_BYTES = 65_535;
  private static final String PAIR =
      "write two identifiers, such as `[user_id:ada, email:ada@example.com]`.";
  private static final Map<Verdict, String> KEYS = keys();

  private final List<String> types;
  private final Problems problems;
  private final Lines lines;

  private CorrectionsReader(Identity identity, String fileName, YamlTree.Plain yaml) {
    this.types = identity.byPriority().stream().map(IdentifierRule::name).toList();
    this.problems = new Problems(fileName, yaml.lines(), yaml.problems());
    this.lines = yaml.lines();
  }

  /**
   * What a file says, and what is wrong with it.
   *
   * @param problems by line; where there are any, the corrections are not all of the file's
   */
  public record Read(List<Correction> corrections, List<Problem> problems) {
    public Read {
      corrections = List.copyOf(corrections);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads the bytes of a file, which are UTF-8. A file of nothing but comments corrects nothing.
   *
   * @param fileName the file as the user knows it, for the problems
   */
  public static Read read(Identity identity, String fileName, byte[] bytes) {
    Optional<Problem> fault = Utf8.encodingFault(fileName, bytes);
    if (fault.isPresent()) {
      return new Read(List.of(), List.of(fault.get()));
    }
    String text = Utf8.text(bytes).replaceFirst("^\uFEFF", "");
    if (text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
      return new Read(List.of(), List.of());
    }
    YamlTree.Plain yaml = YamlDocument.read(fileName, text, YamlDocument.Form.CORRECTIONS);
    CorrectionsReader reader = new CorrectionsReader(identity, fileName, yaml);
    List<Correction> corrections = reader.corrections(yaml.value());
    return new Read(corrections, reader.problems.byLine());
  }

  private List<Correction> corrections(JsonNode file) {
    List<Correction> corrections = new ArrayList<>();
    file.properties()
        .forEach(
            entry ->
                verdict(entry.getKey())
                    .ifPresent(
                        verdict -> add(verdict, entry.getKey(), entry.getValue(), corrections)));
    return corrections;
  }

  private Optional<Verdict> verdict(String key) {
    Optional<Verdict> verdict =
        KEYS.entrySet().stream()
            .filter(known -> known.getValue().equals(key))
            .map(Map.Entry::getKey)
            .findFirst();
    if (verdict.isEmpty()) {
      String mend =
          Nearest.to(key, KEYS.values())
              .map(near -> "did you mean " + Values.quoted(near) + "?")
              .orElse("the keys are `same` and `different`.");
      problems.at(key, Values.quoted(key) + " is not a key here; " + mend);
    }
    return verdict;
  }

  private void add(Verdict verdict, String key, JsonNode pairs, List<Correction> corrections) {
    if (!pairs.isArray() && !pairs.isNull()) {
      problems.at(key, "`%s` has to be a list of pairs; remove it, or %s".formatted(key, PAIR));
    }
    for (int at = 0; pairs.isArray() && at < pairs.size(); at++) {
      correction(verdict, key + "." + at, pairs.get(at)).ifPresent(corrections::add);
    }
  }

  private Optional<Correction> correction(Verdict verdict, String path, JsonNode pair) {
    if (!pair.isArray() || pair.size() != 2) {
      problems.at(path, "A correction is about exactly two identifiers; " + PAIR);
      return Optional.empty();
    }
    Optional<Name> one = name(path + ".0", pair.get(0));
    Optional<Name> other = name(path + ".1", pair.get(1));
    if (one.isPresent() && one.equals(other) && verdict == Verdict.SAME) {
      problems.at(path, "It names one identifier twice; name two, or take it out.");
    }
    return one.flatMap(
        first -> other.map(second -> new Correction(verdict, first, second, lines.of(path))));
  }

  private Optional<Name> name(String path, JsonNode written) {
    Optional<String> fault = fault(written);
    fault.ifPresent(sentence -> problems.at(path, sentence));
    if (fault.isPresent()) {
      return Optional.empty();
    }
    String text = written.textValue();
    int colon = text.indexOf(':');
    return Optional.of(new Name(text.substring(0, colon), trimmed(text.substring(colon + 1))));
  }

  private Optional<String> fault(JsonNode written) {
    if (written.isObject()) {
      return Optional.of("An identifier has no space after its colon; write `type:value`.");
    }
    if (!written.isTextual() || written.textValue().indexOf(':') < 1) {
      return Optional.of("An identifier is written `type:value`, such as `user_id:ada`.");
    }
    String text = written.textValue();
    String type = text.substring(0, text.indexOf(':'));
    if (!types.contains(type)) {
      return Optional.of(unknown(type));
    }
    if (text.indexOf('\0') >= 0 || text.getBytes(UTF_8).length > LONGEST_BYTES) {
      return Optional.of(
          "A correction cannot name a value with a NUL or of more than "
              + LONGEST_BYTES
              + " bytes; mend it.");
    }
    return text.substring(type.length() + 1).isBlank()
        ? Optional.of("A blank value never identifies; write the value after `" + type + ":`.")
        : Optional.empty();
  }

  private String unknown(String type) {
    return "The project has no identifier called %s; %s"
        .formatted(
            Values.quoted(Values.shortened(type)),
            Nearest.to(type, types)
                .map(near -> "did you mean " + Values.quoted(near) + "?")
                .orElseGet(() -> "there are " + Values.listed(types) + "."));
  }

  private static String trimmed(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == ' ') {
      end--;
    }
    return value.substring(0, end);
  }

  private static Map<Verdict, String> keys() {
    Map<Verdict, String> keys = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      keys.put(verdict, verdict.name().toLowerCase(Locale.ROOT));
    }
    return keys;
  }
}
