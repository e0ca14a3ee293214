package io.tributary.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.cloud.ProjectFiles;
import io.tributary.local.load.LoadReport;
import io.tributary.local.load.RawLoader;
import io.tributary.local.warehouse.LocalWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;

/** Loads a shop's raw tables once; each measurement begins with a copy of the loaded file. */
final class RawTables {
  private RawTables() {}

  /** Generates the shop and loads it; both are timed apart from the pipeline. */
  static ObjectNode load(Path shop, long sessions) throws IOException, SQLException {
    Folders.delete(shop);
    Stopwatch generating = Stopwatch.started();
    BenchShop.write(shop, sessions);
    double generated = generating.seconds();
    ProjectFiles files = new ProjectFiles(shop);
    Stopwatch loading = Stopwatch.started();
    LoadReport report;
    try (LocalWarehouse warehouse = LocalWarehouse.open(files.warehouse(), files.objects());
        Connection connection = warehouse.connection()) {
      report = new RawLoader(connection, "raw").load(files.data());
    }
    ObjectNode result =
        Json.MAPPER
            .createObjectNode()
            .put("generate_seconds", generated)
            .put("load_seconds", loading.seconds())
            .put("peak_bytes", Machine.peakMemory())
            .put("warehouse_bytes", Files.size(files.warehouse()));
    report.tables().forEach(table -> result.put(table.table(), table.rows()));
    return result;
  }

  /** A project folder of its own whose warehouse holds the shop's raw tables and nothing else. */
  static ProjectFiles copy(Path shop, Path run, BenchProject project) throws IOException {
    Folders.delete(run);
    ProjectFiles files = new ProjectFiles(run);
    Files.createDirectories(files.state());
    BenchProject.write(run, project);
    copyWarehouse(shop, files.warehouse());
    return files;
  }

  static void copyWarehouse(Path shop, Path target) throws IOException {
    Files.copy(new ProjectFiles(shop).warehouse(), target, StandardCopyOption.REPLACE_EXISTING);
  }
}
