package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.identity.Corrections;
import io.tributary.identity.GuardRails;
import io.tributary.identity.IdentifierType;
import io.tributary.identity.Identifiers;
import io.tributary.identity.Labels;
import io.tributary.identity.Linking;
import io.tributary.identity.NumberRows;
import io.tributary.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Union-find alone: rows of edges read as the link function reads them, joined, and labelled. The
 * processor's time of the thread is measured, without that of making the rows.
 */
final class UnionFindMeasurement {
  private static final int CHAIN = 1_000_000;
  private static final GuardRails NONE =
      new GuardRails(
          List.of(new IdentifierType("anonymous_id", IdentifierType.UNLIMITED)),
          IdentifierType.UNLIMITED);

  private UnionFindMeasurement() {}

  /** Random and power-law edges, as many as that, over 0.15 identifiers an edge, and a chain. */
  static ArrayNode measure(int edges) throws IOException {
    ArrayNode shapes = Json.MAPPER.createArrayNode();
    int identifiers = Math.max(2, (int) (edges * 0.15));
    shapes.add(measure(EdgeRows.Shape.RANDOM, edges, identifiers));
    shapes.add(measure(EdgeRows.Shape.POWER_LAW, edges, identifiers));
    shapes.add(measure(EdgeRows.Shape.CHAIN, CHAIN - 1, CHAIN));
    return shapes;
  }

  private static ObjectNode measure(EdgeRows.Shape shape, int edges, int identifiers)
      throws IOException {
    double making = making(shape, edges, identifiers);
    long before = usedMemory();
    Identifiers read = new Identifiers(identifiers, NONE);
    read.read(NumberRows.open("identifiers", new IdentifierRows(identifiers)));
    double started = threadSeconds();
    Linking linking = new Linking(read, NONE, Corrections.none());
    linking.add(NumberRows.open("edges", new EdgeRows(shape, edges, identifiers)));
    Labels labels = linking.finish();
    double seconds = threadSeconds() - started - making;
    long memory = usedMemory() - before;
    int profiles = 0;
    for (int identifier = 1; identifier <= identifiers; identifier++) {
      profiles += labels.profile(identifier) == identifier ? 1 : 0;
    }
    return Json.MAPPER
        .createObjectNode()
        .put("shape", shape.name())
        .put("edges", edges)
        .put("identifiers", identifiers)
        .put("profiles", profiles)
        .put("seconds", seconds)
        .put("memory_bytes", memory);
  }

  private static double making(EdgeRows.Shape shape, int edges, int identifiers)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    double started = threadSeconds();
    try (InputStream rows = new EdgeRows(shape, edges, identifiers)) {
      while (rows.read(buffer) >= 0) {
        // Only the time that it takes is of interest.
      }
    }
    return threadSeconds() - started;
  }

  private static double threadSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Rows {@code number,1,0,0}. */
  private static final class IdentifierRows extends InputStream {
    private final int count;
    private int made;
    private byte[] row = new byte[0];
    private int at;

    IdentifierRows(int count) {
      this.count = count;
    }

    @Override
    public int read() {
      if (at == row.length) {
        if (made == count) {
          return -1;
        }
        row = (++made + ",1,0,0\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        at = 0;
      }
      return row[at++];
    }
  }
}
