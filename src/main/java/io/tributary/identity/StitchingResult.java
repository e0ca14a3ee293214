package io.tributary.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.objects.ObjectStore;

/** Rows that COPY loads: parts, and a manifest that names exactly them. */
final class StitchingResult {
  private static final int PART_BYTES = 32 << 20;

  private final ObjectStore objects;
  private final String manifestKey;
  private final ObjectNode manifest = Json.MAPPER.createObjectNode();
  private final ArrayNode entries = manifest.putArray("entries");
  private final NumberParts rows;

  StitchingResult(ObjectStore objects, StitchingFolder folder, String name) {
    this.objects = objects;
    this.manifestKey = folder.manifest(name);
    this.rows =
        new NumberParts(
            PART_BYTES,
            (bytes, part) -> put("%spart-%05d.csv".formatted(folder.result(name), part), bytes));
  }

  /** Whether there is anything to load. */
  static boolean hasParts(ObjectStore objects, String manifestKey) {
    ObjectNode read = Json.read(objects.read(manifestKey), ObjectNode.class);
    return !read.get("entries").isEmpty();
  }

  NumberParts rows() {
    return rows;
  }

  /** Ends the last part and writes the manifest; without rows it names none. */
  void finish() {
    rows.finish();
    objects.put(manifestKey, Json.bytes(manifest));
  }

  private void put(String key, byte[] bytes) {
    objects.put(key, bytes);
    entries.addObject().put("url", objects.uri(key)).put("mandatory", true);
  }
}
