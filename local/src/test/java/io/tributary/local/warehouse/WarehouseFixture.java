package io.tributary.local.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A local warehouse in a folder of its own, its client, and the objects beside it. */
final class WarehouseFixture implements AutoCloseable {
  final LocalWarehouse warehouse;
  final DataApiClient client;
  private final Path objects;

  private WarehouseFixture(LocalWarehouse warehouse, Path objects) {
    this.warehouse = warehouse;
    this.client = DataApiClient.local(warehouse.start());
    this.objects = objects;
  }

  static WarehouseFixture in(Path folder) {
    return in(folder, WarehouseLimits.defaults().withMemory("1GB"));
  }

  static WarehouseFixture in(Path folder, WarehouseLimits limits) {
    Path objects = folder.resolve("objects");
    return new WarehouseFixture(
        LocalWarehouse.open(folder.resolve("shop.duckdb"), objects, limits), objects);
  }

  /** Takes all objects away, and everything in the schema public. */
  void clear() {
    try {
      for (String key : keys()) {
        Files.delete(objects.resolve("lake").resolve(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client.mustRun(
        "drop schema public cascade", "create schema public", "truncate sys_load_error_detail");
  }

  /** Writes an object by its key in the bucket {@code lake}. */
  void put(String key, byte[] body) {
    try {
      Path file = objects.resolve("lake").resolve(key);
      Files.createDirectories(file.getParent());
      Files.write(file, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String key, String body) {
    put(key, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The keys in the bucket {@code lake}, sorted. */
  List<String> keys() {
    Path bucket = objects.resolve("lake");
    if (!Files.isDirectory(bucket)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(bucket)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> bucket.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] get(String key) {
    try {
      return Files.readAllBytes(objects.resolve("lake").resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String key) {
    return new String(get(key), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
    warehouse.close();
  }
}
