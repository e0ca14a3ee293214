package io.tributary.local.expression;

import io.tributary.expression.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Casts of plain values, for the evaluator. */
final class EvaluatedCasts {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private EvaluatedCasts() {}

  static Object cast(ValueType type, Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case TEXT, JSON -> text(value);
      case NUMBER -> number(value);
      case INTEGER -> integer(value);
      case BOOLEAN -> truth(value);
      case TIMESTAMP -> moment(value);
      case DATE -> value instanceof LocalDate ? value : date(moment(value));
    };
  }

  private static LocalDate date(LocalDateTime moment) {
    return moment == null ? null : moment.toLocalDate();
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return printed(number);
    } else if (value instanceof LocalDateTime moment) {
      return MOMENT.format(moment);
    }
    return value.toString();
  }

  private static String printed(double number) {
    double size = Math.abs(number);
    int places = size < 1e9 ? 6 : size < 1e13 ? 2 : 0;
    if (size >= 1e18) {
      return null;
    }
    double scaled = size * Math.pow(10, places);
    BigDecimal whole = new BigDecimal(places == 0 ? Math.floor(size) : Math.floor(scaled + 0.5));
    BigDecimal signed = number < 0 ? whole.negate() : whole;
    BigDecimal stripped = signed.movePointLeft(places).stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }

  private static Double number(Object value) {
    if (value instanceof String text) {
      String stripped = text.replaceAll("^ +| +\\z", "");
      return stripped.matches("[-+]?\\d{1,20}(\\.\\d{1,25})?([eE][-+]?[01]?\\d)?")
          ? Double.valueOf(stripped)
          : null;
    } else if (value instanceof Boolean truth) {
      return truth ? 1.0 : 0.0;
    }
    return ((Number) value).doubleValue();
  }

  private static Long integer(Object value) {
    if (value instanceof String text) {
      String stripped = text.replaceAll("^ +| +\\z", "");
      return stripped.matches("[-+]?\\d{1,18}(\\.\\d{1,25})?")
          ? new BigDecimal(stripped).setScale(0, RoundingMode.DOWN).longValueExact()
          : null;
    } else if (value instanceof Boolean truth) {
      return truth ? 1L : 0L;
    } else if (value instanceof Double number) {
      return Math.abs(number) < 1e18 ? Long.valueOf((long) (double) number) : null;
    }
    return (Long) value;
  }

  private static Boolean truth(Object value) {
    if (value instanceof String text) {
      String word = text.replaceAll("^ +| +\\z", "").toLowerCase(Locale.ROOT);
      boolean isTrue = List.of("true", "t", "yes", "y", "1").contains(word);
      return isTrue || List.of("false", "f", "no", "n", "0").contains(word) ? isTrue : null;
    } else if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    return (Boolean) value;
  }

  private static LocalDateTime moment(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    } else if (!(value instanceof String text)) {
      return (LocalDateTime) value;
    } else {
      return read(text.replaceAll("^ +| +\\z", ""));
    }
  }

  private static LocalDateTime read(String text) {
    try {
      String iso = text.replace(' ', 'T');
      if (iso.matches(".{10}")) {
        return LocalDate.parse(iso).atStartOfDay();
      } else if (iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      }
      return LocalDateTime.parse(iso);
    } catch (DateTimeException e) {
      // What is no moment is null.
      return null;
    }
  }
}
