package io.tributary.expression;

import static io.tributary.expression.ValueType.TEXT;
import static io.tributary.expression.ValueType.TIMESTAMP;

import io.tributary.expression.Expression.Call;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Expression.TextValue;
import io.tributary.text.Nearest;
import io.tributary.text.PortablePattern;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Calls of functions as SQL. */
final class Functions {
  /** What {@code date_trunc} knows. */
  static final List<String> UNITS =
      List.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

  private static final int LONGEST_TEXT = 65_535;

  private final Compiler compiler;

  Functions(Compiler compiler) {
    this.compiler = compiler;
  }

  Typed call(Call call) {
    return switch (call.function()) {
      case LOWER -> onText(call, "lower(%s)");
      case UPPER -> onText(call, "upper(%s)");
      case TRIM -> onText(call, "btrim(%s, ' ' || chr(9) || chr(10) || chr(13))");
      case SUBSTRING -> substring(call);
      case REGEXP_REPLACE -> replace(call);
      case COALESCE -> coalesce(call);
      case DATE_TRUNC -> truncate(call);
    };
  }

  private static String name(Call call) {
    return "`" + call.function().label() + "`";
  }

  /** Text in, text out; empty text passes through and becomes null at the end. */
  private Typed onText(Call call, String template) {
    Typed value = compiler.compile(call.arguments().get(0));
    if (!value.type().isText()) {
      value = Agreement.as(TEXT, value, name(call));
    }
    return Typed.of(call, TEXT, template, value).maybeEmpty();
  }

  private Typed substring(Call call) {
    int start = whole(call, 1);
    String length = call.arguments().size() == 3 ? ", " + whole(call, 2) : "";
    return onText(call, "rtrim(substring(%s, " + start + length + "), ' ')");
  }

  private int whole(Call call, int argument) {
    Expression written = call.arguments().get(argument);
    if (written instanceof NumberValue number) {
      BigDecimal value = number.value();
      boolean isFitting =
          value.scale() == 0
              && value.signum() > 0
              && value.compareTo(BigDecimal.valueOf(LONGEST_TEXT)) <= 0;
      if (isFitting) {
        return value.intValue();
      }
    }
    throw new ExpressionException(
        written.at(),
        "`substring` counts characters from 1, and %s is no such number; write one from 1 to %d."
            .formatted(Words.quoted(written.text()), LONGEST_TEXT));
  }

  private Typed replace(Call call) {
    TextValue pattern = written(call, 1, "a pattern");
    TextValue replacement = written(call, 2, "a replacement");
    PortablePattern.fault(pattern.value()).ifPresent(fault -> refuse(pattern, fault));
    if (pattern.value().isEmpty() || Pattern.compile(pattern.value()).matcher("").find()) {
      refuse(pattern, "finds itself everywhere, even in no text; let it need a character.");
    } else if (replacement.value().matches("(?s).*[\\\\$&].*")) {
      refuse(replacement, "has `\\`, `$` or `&`, which engines read differently; remove it.");
    }
    String arguments = Literals.text(pattern.value()) + ", " + Literals.text(replacement.value());
    return onText(call, "rtrim(regexp_replace(%s, " + arguments.replace("%", "%%") + "), ' ')");
  }

  private static void refuse(TextValue text, String fault) {
    throw new ExpressionException(text.at(), Words.quoted(text.text()) + " " + fault);
  }

  private static TextValue written(Call call, int argument, String what) {
    Expression given = call.arguments().get(argument);
    if (given instanceof TextValue text) {
      return text;
    }
    throw new ExpressionException(
        given.at(),
        "%s needs %s in single quotes, not %s; write `%s`."
            .formatted(name(call), what, Words.quoted(given.text()), call.function().usage()));
  }

  private Typed coalesce(Call call) {
    List<Typed> values = call.arguments().stream().map(compiler::compile).toList();
    boolean isJson = values.stream().allMatch(value -> value.type() == ValueType.JSON);
    List<Typed> agreed =
        isJson
            ? values.stream().map(Typed::settled).toList()
            : Agreement.between(values, false, name(call));
    String places = String.join(", ", Collections.nCopies(agreed.size(), "%s"));
    Magnitude magnitude = agreed.stream().map(Typed::magnitude).reduce(Magnitude::or).orElseThrow();
    return Typed.of(call, agreed.get(0).type(), "coalesce(" + places + ")", agreed)
        .within(magnitude);
  }

  private Typed truncate(Call call) {
    TextValue unit = written(call, 0, "a unit");
    String name = unit.value().toLowerCase(Locale.ROOT);
    if (!UNITS.contains(name)) {
      String mend =
          Nearest.to(name, UNITS)
              .map(near -> "did you mean `'" + near + "'`?")
              .orElse("there are " + Words.some(UNITS) + ".");
      throw new ExpressionException(
          unit.at(), "There is no unit %s; %s".formatted(Words.quoted(unit.text()), mend));
    }
    Typed moment = Agreement.as(TIMESTAMP, compiler.compile(call.arguments().get(1)), name(call));
    return Typed.of(call, TIMESTAMP, "date_trunc('" + name + "', %s)", moment);
  }
}
