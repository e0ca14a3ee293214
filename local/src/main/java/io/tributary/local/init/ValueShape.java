package io.tributary.local.init;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a cell looks like. */
enum ValueShape {
  WHOLE_NUMBER("[+-]?[0-9]+"),
  DECIMAL("[+-]?[0-9]*[.][0-9]+([eE][+-]?[0-9]+)?"),
  DECIMAL_COMMA("[+-]?([0-9]{1,3}([.][0-9]{3})+|[0-9]+),[0-9]+"),
  DAY("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
  MOMENT(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
          + " ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)?"),
  CLOCK("[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"),
  OTHER_DATE("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}([T ,].*)?"),
  TEXT(".*");

  private final Pattern pattern;

  ValueShape(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  static ValueShape of(String value) {
    return Arrays.stream(values())
        .filter(shape -> shape.pattern.matcher(value).matches())
        .findFirst()
        .orElse(TEXT);
  }
}
