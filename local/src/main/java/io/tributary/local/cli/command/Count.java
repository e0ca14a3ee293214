package io.tributary.local.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something there shall be: a whole number, at least 1. */
final class Count implements ITypeConverter<Integer> {
  private static final int MOST = 100_000_000;

  @Override
  public Integer convert(String text) {
    String digits = text.replace("_", "").replace(",", "");
    if (digits.matches("[0-9]{1,9}")) {
      int count = Integer.parseInt(digits);
      if (count >= 1 && count <= MOST) {
        return count;
      }
    }
    throw new TypeConversionException("'" + text + "' is not a whole number from 1 to 100000000");
  }
}
