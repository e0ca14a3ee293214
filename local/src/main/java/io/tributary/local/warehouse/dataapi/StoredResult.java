package io.tributary.local.warehouse.dataapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * A statement's rows, ready to be answered.
 *
 * @param columns the column metadata
 * @param pages each the JSON of an answer's Records
 * @param rows how many rows there are
 * @param bytes their size, as the limits count it
 */
record StoredResult(ArrayNode columns, List<byte[]> pages, long rows, long bytes) {
  StoredResult {
    pages = List.copyOf(pages);
  }
}
