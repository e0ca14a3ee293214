package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tributary.json.Json;
import io.tributary.local.warehouse.WarehouseLimits;
import io.tributary.local.warehouse.engine.ColumnType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a result into pages, within the limits. */
final class ResultReader {
  private static final int NUMBER_BYTES = 8;

  private final WarehouseLimits limits;

  ResultReader(WarehouseLimits limits) {
    this.limits = limits;
  }

  StoredResult read(ResultSet rows, ResultFormat format) throws SQLException, IOException {
    List<ColumnType> types = new ArrayList<>();
    ArrayNode columns = columns(rows.getMetaData(), types);
    PageWriter pages = PageWriter.of(format, columns, limits.pageRows());
    long bytes = 0;
    long count = 0;
    while (rows.next()) {
      List<Object> row = new ArrayList<>(types.size());
      for (ColumnType type : types) {
        row.add(type.read(rows, row.size() + 1));
      }
      bytes += checkedBytes(row);
      if (bytes > limits.resultBytes()) {
        throw new SQLException("The result is larger than " + limits.resultBytes() + " bytes");
      }
      pages.add(row);
      count++;
    }
    return new StoredResult(columns, pages.finished(), count, bytes);
  }

  private long checkedBytes(List<Object> row) throws SQLException {
    long bytes = 0;
    for (Object value : row) {
      boolean isText = value instanceof String;
      bytes += isText ? value.toString().getBytes(StandardCharsets.UTF_8).length : NUMBER_BYTES;
    }
    if (bytes > limits.rowBytes()) {
      throw new SQLException("A row is larger than " + limits.rowBytes() + " bytes: use UNLOAD");
    }
    return bytes;
  }

  private static ArrayNode columns(ResultSetMetaData metadata, List<ColumnType> types)
      throws SQLException {
    ArrayNode columns = Json.MAPPER.createArrayNode();
    for (int column = 1; column <= metadata.getColumnCount(); column++) {
      ColumnType type = ColumnType.of(metadata, column);
      types.add(type);
      String name = metadata.getColumnLabel(column).toLowerCase(Locale.ROOT);
      boolean isExact = type == ColumnType.NUMERIC;
      columns
          .addObject()
          .put("name", name)
          .put("label", name)
          .put("typeName", type.label())
          .put("nullable", 1)
          .put("precision", isExact ? metadata.getPrecision(column) : 0)
          .put("scale", isExact ? metadata.getScale(column) : 0)
          .put("length", 0)
          .put(
              "isSigned",
              type.compareTo(ColumnType.BOOL) > 0 && type.compareTo(ColumnType.DATE) < 0)
          .put("isCaseSensitive", type == ColumnType.VARCHAR)
          .put("isCurrency", false)
          .put("schemaName", "")
          .put("tableName", "");
    }
    return columns;
  }
}
