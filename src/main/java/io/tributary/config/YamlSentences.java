package io.tributary.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in plain words why text is not YAML. */
final class YamlSentences {
  /** What is opened and not closed is at fault where it begins, not where the text ends. */
  private static final Pattern OPENED =
      Pattern.compile("flow (sequence|mapping)|quoted|simple key");

  private static final Map<String, String> PLAIN = new LinkedHashMap<>();

  static {
    PLAIN.put(
        "mapping values are not allowed",
        "A `:` stands where no key can be; quote the text, mend the indentation, or add the `:`"
            + " that is missing above.");
    PLAIN.put(
        "could not find expected ':'", "A key has no `:` after it; add it or close the quote.");
    PLAIN.put(
        "expected <block end>",
        "The indentation does not fit the lines above; align the key with its neighbours.");
    PLAIN.put("expected ',' or", "A bracket is never closed, or a comma is missing; add it.");
    PLAIN.put("found undefined alias", "An alias (`*name`) has no anchor (`&name`); add it.");
    PLAIN.put("unexpected end of stream", "A quote is opened and never closed; close it.");
    PLAIN.put(
        "cannot start any token",
        "A value begins with a character that YAML keeps for itself; put the value in quotes.");
    PLAIN.put(
        "unknown escape character",
        "A backslash in double quotes needs to be doubled; double it or use single quotes.");
  }

  private YamlSentences() {}

  /** The line, counted from 1, where what is at fault begins; 0 if there is none. */
  static int line(MarkedYAMLException e) {
    boolean opened = OPENED.matcher(String.valueOf(e.getContext())).find();
    Mark mark = opened || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 0 : mark.getLine() + 1;
  }

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
