package io.tributary.local.cli.command;

import io.tributary.local.cli.table.TableFormat;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how rows shall be printed. */
final class FormatName implements ITypeConverter<TableFormat> {
  @Override
  public TableFormat convert(String text) {
    return TableFormat.of(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no format; choose table, csv or json"));
  }
}
