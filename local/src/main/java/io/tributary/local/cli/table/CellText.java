package io.tributary.local.cli.table;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/** A value as text. */
final class CellText {
  private static final int USUAL_DECIMALS = 2;
  private static final double LARGEST_PLAIN = 1e15;
  private static final double SMALLEST_PLAIN = 1e-9;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private CellText() {}

  /** The value in full, as other programs read it. */
  static String exact(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Timestamp time) {
      return TIME.format(time.toInstant().atOffset(ZoneOffset.UTC));
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value.toString();
  }

  /** The value as a person reads it: on one line, decimals beyond two only where they say more. */
  static String readable(Object value) {
    if (value instanceof BigDecimal number) {
      return withoutZeros(number).toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      return readable(((Number) value).doubleValue(), value.toString());
    }
    return onOneLine(exact(value));
  }

  private static String readable(double number, String shortest) {
    double size = Math.abs(number);
    boolean plain = size == 0 || (size < LARGEST_PLAIN && size >= SMALLEST_PLAIN);
    return plain ? new BigDecimal(shortest).toPlainString() : shortest;
  }

  private static BigDecimal withoutZeros(BigDecimal number) {
    if (number.scale() <= USUAL_DECIMALS) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < USUAL_DECIMALS ? stripped.setScale(USUAL_DECIMALS) : stripped;
  }

  private static String onOneLine(String text) {
    if (text.codePoints().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(character -> line.append(visible(character)));
    return line.toString();
  }

  private static String visible(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          Character.isISOControl(character)
              ? String.format("\\u%04x", character)
              : Character.toString(character);
    };
  }
}
