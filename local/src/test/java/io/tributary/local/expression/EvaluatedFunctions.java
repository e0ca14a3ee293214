package io.tributary.local.expression;

import io.tributary.expression.Expression;
import io.tributary.expression.Expression.NumberValue;
import io.tributary.expression.Expression.TextValue;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** What functions make of one text or moment, the plain way. */
final class EvaluatedFunctions {
  private EvaluatedFunctions() {}

  static String changed(Expression.Call call, String text) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case TRIM -> text.replaceAll("^[ \t\n\r]+|[ \t\n\r]+\\z", "");
      case SUBSTRING -> {
        int[] characters = text.codePoints().toArray();
        int start = Math.min(whole(arguments.get(1)) - 1, characters.length);
        int length = arguments.size() == 3 ? whole(arguments.get(2)) : characters.length;
        yield new String(characters, start, Math.min(length, characters.length - start));
      }
      case REGEXP_REPLACE ->
          text.replaceAll(
              // Java's own $ also finds before a line end.
              ((TextValue) arguments.get(1)).value().replace("$", "\\z"),
              Matcher.quoteReplacement(((TextValue) arguments.get(2)).value()));
      case COALESCE, DATE_TRUNC -> throw new AssertionError(call);
    };
  }

  private static int whole(Expression number) {
    return ((NumberValue) number).value().intValueExact();
  }

  static LocalDateTime truncated(String unit, LocalDateTime moment) {
    if (moment == null) {
      return null;
    }
    LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case "second" -> moment.truncatedTo(ChronoUnit.SECONDS);
      case "minute" -> moment.truncatedTo(ChronoUnit.MINUTES);
      case "hour" -> moment.truncatedTo(ChronoUnit.HOURS);
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> day.withDayOfMonth(1);
      case "quarter" -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
      case "year" -> day.withDayOfYear(1);
      default -> throw new AssertionError(unit);
    };
  }
}
