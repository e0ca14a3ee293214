package io.tributary.config;

import io.tributary.text.PortablePattern;
import java.util.Optional;
import java.util.regex.Pattern;

/** The regular expressions that find in lower-cased text, which every engine reads alike. */
final class PortableExpression {
  private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

  private PortableExpression() {}

  /** What is wrong with the expression, and the mend. */
  static Optional<String> fault(String expression) {
    return PortablePattern.fault(expression).or(() -> capital(expression));
  }

  private static Optional<String> capital(String expression) {
    return CAPITAL.matcher(expression).find()
        ? Optional.of("has a capital, which a lower-cased channel never has; write it small.")
        : Optional.empty();
  }
}
