package io.tributary.local.warehouse;

import java.time.Duration;
import java.util.Optional;

/**
 * What the local warehouse takes, by default as much as the Redshift Data API.
 *
 * @param statementBytes longest SQL text, in bytes of UTF-8
 * @param rowBytes largest row of a result
 * @param resultBytes largest result of one statement
 * @param activeStatements statements submitted and not yet ended
 * @param pageRows most rows in one answer
 * @param retention how long an ended statement and its result are kept
 * @param keptStatements ended statements kept at most; the oldest go first
 * @param tokenRetention how long a client token names its statement
 * @param readers statements that only read and run at the same time
 * @param memory DuckDB's memory, such as {@code 2GB}; empty for 60% of the machine's
 */
public record WarehouseLimits(
    int statementBytes,
    int rowBytes,
    long resultBytes,
    int activeStatements,
    int pageRows,
    Duration retention,
    int keptStatements,
    Duration tokenRetention,
    int readers,
    Optional<String> memory) {
  public WarehouseLimits {
    if (Math.min(statementBytes, rowBytes) < 1 || resultBytes < 1 || activeStatements < 1) {
      throw new IllegalArgumentException("Sizes and counts of the warehouse are at least 1");
    }
    if (pageRows < 1 || keptStatements < 1 || readers < 1) {
      throw new IllegalArgumentException("Pages, kept statements and readers are at least 1");
    }
  }

  /** The limits of the service, and 60% of the machine's memory. */
  public static WarehouseLimits defaults() {
    return new WarehouseLimits(
        100 * 1024,
        64 * 1024,
        500L * 1024 * 1024,
        200,
        1000,
        Duration.ofHours(24),
        5000,
        Duration.ofHours(8),
        4,
        Optional.empty());
  }

  /** The same with this much memory for DuckDB, such as {@code 1GB}. */
  public WarehouseLimits withMemory(String most) {
    return new WarehouseLimits(
        statementBytes,
        rowBytes,
        resultBytes,
        activeStatements,
        pageRows,
        retention,
        keptStatements,
        tokenRetention,
        readers,
        Optional.of(most));
  }
}
