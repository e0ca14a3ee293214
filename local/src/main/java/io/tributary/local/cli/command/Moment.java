package io.tributary.local.cli.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Checks a date, a timestamp or {@code now} before anything is started. It stays text, because only
 * the project knows its time zone. A space between date and time becomes a T.
 */
final class Moment implements ITypeConverter<String> {
  private static final String NOW = "now";

  @Override
  public String convert(String text) {
    if (text.equals(NOW)) {
      return text;
    }
    String moment = text.strip().replaceFirst("^([0-9-]+) +", "$1T");
    try {
      if (moment.contains("T")) {
        DateTimeFormatter.ISO_DATE_TIME.parse(moment);
      } else {
        LocalDate.parse(moment);
      }
      return moment;
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is no date; write 2023-12-31, 2023-12-31T18:00, 2023-12-31T18:00:00Z or now");
    }
  }
}
