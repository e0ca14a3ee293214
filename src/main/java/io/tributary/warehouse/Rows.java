package io.tributary.warehouse;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.Field;

/** A small result: control data only, bulk goes through the object store. */
public record Rows(List<List<Field>> records) {
  public Rows {
    records = List.copyOf(records);
  }

  public int size() {
    return records.size();
  }

  /** Text, where the value is not null. */
  public Optional<String> text(int row, int column) {
    Field field = records.get(row).get(column);
    if (Boolean.TRUE.equals(field.isNull())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field.type()) {
          case STRING_VALUE -> field.stringValue();
          case LONG_VALUE -> Long.toString(field.longValue());
          case DOUBLE_VALUE -> Double.toString(field.doubleValue());
          case BOOLEAN_VALUE -> Boolean.toString(field.booleanValue());
          case IS_NULL, BLOB_VALUE, UNKNOWN_TO_SDK_VERSION ->
              throw new IllegalStateException("Not a value to read as text: " + field.type());
        });
  }

  /** A whole number; null counts as 0. */
  public long number(int row, int column) {
    return text(row, column).map(Long::parseLong).orElse(0L);
  }
}
