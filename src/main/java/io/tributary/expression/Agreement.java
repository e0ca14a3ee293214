package io.tributary.expression;

import static io.tributary.expression.ValueType.BOOLEAN;
import static io.tributary.expression.ValueType.DATE;
import static io.tributary.expression.ValueType.INTEGER;
import static io.tributary.expression.ValueType.JSON;
import static io.tributary.expression.ValueType.NUMBER;
import static io.tributary.expression.ValueType.TEXT;
import static io.tributary.expression.ValueType.TIMESTAMP;

import java.util.List;
import java.util.Set;

/** Which types a place takes, and what turns into them by itself. */
final class Agreement {
  private static final Set<ValueType> MOMENTS = Set.of(DATE, TIMESTAMP);

  private Agreement() {}

  /**
   * The value as that type: a JSON value is read as what its place needs, integers are numbers,
   * dates are moments, and a written text beside a moment is read as one.
   *
   * @param place what needs it, for the sentence
   */
  static Typed as(ValueType wanted, Typed value, String place) {
    Typed settled = value.settled();
    boolean turns =
        value.type() == wanted
            || value.type() == JSON
            || value.type() == INTEGER && wanted == NUMBER
            || value.type() == DATE && wanted == TIMESTAMP;
    if (turns) {
      return Casts.to(wanted, settled, value.source());
    } else if (value.isWrittenText() && MOMENTS.contains(wanted)) {
      return moment(wanted, value);
    }
    throw new ExpressionException(
        value.source().at(),
        "%s needs %s and %s is %s; %s."
            .formatted(
                place,
                wanted.described(),
                value.shown(),
                value.type().described(),
                mend(wanted, value)));
  }

  private static String mend(ValueType wanted, Typed value) {
    if (wanted.isNumeric() && value.isWrittenText() && isNumber(value)) {
      return "write " + Words.quoted(written(value));
    }
    String cast = "write " + cast(value, wanted);
    if (wanted == BOOLEAN && value.type() == TEXT) {
      return cast + ", or compare it";
    }
    return Casts.converted(wanted, value).isPresent() ? cast : "use another value";
  }

  private static String written(Typed text) {
    return ((Expression.TextValue) text.source()).value().strip();
  }

  private static boolean isNumber(Typed text) {
    return written(text).matches("-?[0-9]{1,18}([.][0-9]{1,9})?");
  }

  private static String cast(Typed value, ValueType type) {
    return Words.quoted("cast(%s as %s)".formatted(value.source().text(), type.label()));
  }

  private static Typed moment(ValueType wanted, Typed value) {
    return Moments.read(written(value))
        .map(read -> Typed.of(value.source(), TIMESTAMP, Moments.sql(read).replace("%", "%%")))
        .map(read -> wanted == DATE ? Casts.to(DATE, read, value.source()) : read)
        .orElseThrow(
            () ->
                new ExpressionException(
                    value.source().at(),
                    "%s is no moment; write one such as `'2024-01-31'` or `'2024-01-31 18:30:00'`."
                        .formatted(value.shown())));
  }

  /**
   * The values as one type.
   *
   * @param isOrdered whether it matters which is larger
   */
  static List<Typed> between(List<Typed> values, boolean isOrdered, String place) {
    ValueType common = common(values, isOrdered);
    return values.stream().map(value -> as(common, value, place)).toList();
  }

  private static ValueType common(List<Typed> values, boolean isOrdered) {
    List<Typed> certain =
        values.stream().filter(v -> v.type() != JSON && !v.isWrittenText()).toList();
    List<ValueType> types = certain.stream().map(Typed::type).distinct().toList();
    if (types.isEmpty()) {
      requireOrder(values, isOrdered);
      return TEXT;
    } else if (types.stream().allMatch(ValueType::isNumeric)) {
      boolean isExact = types.equals(List.of(INTEGER)) && certain.size() == values.size();
      return isExact ? INTEGER : NUMBER;
    } else if (MOMENTS.containsAll(types)) {
      return types.contains(TIMESTAMP) ? TIMESTAMP : DATE;
    } else if (types.size() == 1) {
      return types.get(0);
    }
    Typed other = certain.stream().filter(v -> v.type() != types.get(0)).findFirst().orElseThrow();
    throw different(certain.get(0), other);
  }

  /** Two JSON values may be texts or numbers, whose order differs. */
  private static void requireOrder(List<Typed> values, boolean isOrdered) {
    if (isOrdered && values.stream().allMatch(value -> value.type() == JSON)) {
      Typed first = values.get(0);
      throw new ExpressionException(
          first.source().at(),
          "Whether %s is ordered as a number or as text is not known; write %s or %s."
              .formatted(first.shown(), cast(first, NUMBER), cast(first, TEXT)));
    }
  }

  private static ExpressionException different(Typed one, Typed other) {
    Typed text = one.type() == TEXT ? one : other;
    Typed mate = one.type() == TEXT ? other : one;
    ValueType type = mate.type() == INTEGER ? NUMBER : mate.type();
    String mend = text.type() == TEXT ? cast(text, type) : cast(one, TEXT) + " and the other too";
    return new ExpressionException(
        other.source().at(),
        "%s is %s and %s is %s; write %s."
            .formatted(
                one.shown(),
                one.type().described(),
                other.shown(),
                other.type().described(),
                mend));
  }
}
