package io.tributary.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expressions that every engine reads alike: Redshift's POSIX, the local warehouse's
 * RE2 and Java's.
 */
public final class PortablePattern {
  private static final int MOST_REPEATS = 255;
  private static final Pattern CLASS = Pattern.compile("\\[\\^?]?[^]]*]");
  private static final Pattern COUNT = Pattern.compile("[0-9]+");

  private record Rule(Pattern found, String fault) {
    Rule(String found, String fault) {
      this(Pattern.compile(found), fault);
    }
  }

  private static final List<Rule> WHOLE =
      List.of(
          new Rule(
              "\\\\",
              "has a backslash, which engines read differently; write `[0-9]` for a digit and"
                  + " `[.]` for a dot."),
          new Rule("[(][?]", "has `(?`, which Redshift does not know; use plain brackets."));
  private static final List<Rule> IN_CLASSES =
      List.of(
          new Rule(
              "^\\[.*(\\[|&&)", "has a class inside a class; write its characters out instead."));
  private static final List<Rule> OUTSIDE_CLASSES =
      List.of(
          new Rule(
              "[*+?}][*+?{]", "repeats a repetition, which engines read differently; keep one."),
          new Rule(
              "[\\^$|(][*+?{]", "repeats nothing; put what is repeated before `*`, `+` or `?`."),
          new Rule(
              "^[|]|[|]$|[|][|]|[(][|]|[|][)]|[(][)]",
              "has an empty choice, which finds itself everywhere; remove it."));

  private PortablePattern() {}

  /** What is wrong with the expression, and the mend. */
  public static Optional<String> fault(String expression) {
    return broken(WHOLE, expression)
        .or(() -> unreadable(expression))
        .or(() -> inClasses(expression))
        .or(() -> broken(OUTSIDE_CLASSES, CLASS.matcher(expression).replaceAll("x")))
        .or(() -> repeats(CLASS.matcher(expression).replaceAll("x")));
  }

  private static Optional<String> unreadable(String expression) {
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "is no regular expression (%s at character %d); mend it."
              .formatted(e.getDescription(), e.getIndex() + 1));
    }
  }

  private static Optional<String> inClasses(String expression) {
    return CLASS
        .matcher(expression)
        .results()
        .flatMap(match -> broken(IN_CLASSES, match.group()).stream())
        .findFirst();
  }

  private static Optional<String> repeats(String outside) {
    Matcher counts = Pattern.compile("[{]([^}]*)[}]").matcher(outside);
    boolean tooMany =
        counts
            .results()
            .flatMap(count -> COUNT.matcher(count.group(1)).results())
            .anyMatch(n -> n.group().length() > 3 || Integer.parseInt(n.group()) > MOST_REPEATS);
    return tooMany
        ? Optional.of("repeats more than " + MOST_REPEATS + " times; repeat less.")
        : Optional.empty();
  }

  private static Optional<String> broken(List<Rule> rules, String text) {
    return rules.stream()
        .filter(rule -> rule.found.matcher(text).find())
        .map(Rule::fault)
        .findFirst();
  }
}
