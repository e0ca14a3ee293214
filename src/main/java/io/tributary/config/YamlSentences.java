package io.tributary.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in plain words why text is not YAML. */
final class YamlSentences {
  private static final Map<String, String> PLAIN = new LinkedHashMap<>();

  static {
    PLAIN.put(
        "mapping values are not allowed",
        "A `:` stands where no key can be; put the text in quotes or mend the indentation.");
    PLAIN.put(
        "could not find expected ':'", "A key has no `:` after it; add it or mend the quotes.");
    PLAIN.put(
        "expected <block end>",
        "The indentation does not fit the lines above; align the key with its neighbours.");
    PLAIN.put(
        "expected ',' or", "A bracket is opened and never closed, or a comma is missing; add it.");
    PLAIN.put("found undefined alias", "An alias (`*name`) has no anchor (`&name`); add it.");
    PLAIN.put("unexpected end of stream", "A quote is opened and never closed; close it.");
  }

  private YamlSentences() {}

  static String syntax(MarkedYAMLException e, String text) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB") || indentedWithTab(e, text)) {
      return "The line is indented with a tab, which YAML does not allow; use spaces.";
    }
    return PLAIN.entrySet().stream()
        .filter(known -> problem.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> "This is not YAML (" + oneLine(problem) + "); mend the line.");
  }

  static String unprintable(int codePoint) {
    return "The character U+%04X is not allowed here; remove it.".formatted(codePoint);
  }

  static String refused(YAMLException e, int mostAliases, int deepest) {
    String problem = String.valueOf(e.getMessage());
    if (problem.contains("aliases")) {
      return "The file has more than " + mostAliases + " aliases; write the values out.";
    }
    if (problem.contains("Nesting Depth")) {
      return "The file is nested more than " + deepest + " deep; mend its brackets or indentation.";
    }
    return "This is not YAML (" + oneLine(problem) + "); mend the file.";
  }

  private static boolean indentedWithTab(MarkedYAMLException e, String text) {
    if (e.getProblemMark() == null) {
      return false;
    }
    return text.lines()
        .skip(e.getProblemMark().getLine())
        .findFirst()
        .map(line -> line.matches("\\s*\t.*"))
        .orElse(false);
  }

  private static String oneLine(String problem) {
    return Values.shortened(problem.replaceAll("\\s+", " "));
  }
}
