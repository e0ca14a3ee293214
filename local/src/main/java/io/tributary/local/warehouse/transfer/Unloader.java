package io.tributary.local.warehouse.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.json.Json;
import io.tributary.local.warehouse.transfer.UnloadStatement.Choice;
import io.tributary.local.warehouse.transfer.UnloadStatement.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a query's rows as objects. They appear under their keys only when all are written. */
public final class Unloader {
  private static final int SLICES = 2;

  private final ObjectFolder objects;

  public Unloader(ObjectFolder objects) {
    this.objects = objects;
  }

  /**
   * Runs an UNLOAD.
   *
   * @param statement runs the SQL, so that it can be cancelled
   * @return how many rows were written; no object for none
   */
  public long unload(Statement statement, String sql) throws SQLException {
    UnloadStatement unload = UnloadStatement.parse(sql);
    if (unload.existing() == Existing.REFUSE && !objects.beginningWith(unload.prefix()).isEmpty()) {
      throw new TransferException(
          "Specified unload destination on S3 is not empty. Consider using a different bucket /"
              + " prefix, manually removing the target files in S3, or using the"
              + " ALLOWOVERWRITE option.");
    }
    Path scratch = objects.scratch();
    try {
      statement.execute(UnloadQuery.copy(statement, unload, scratch));
      long rows = statement.getLargeUpdateCount();
      clean(unload);
      if (rows > 0) {
        publish(unload, scratch);
      }
      return rows;
    } catch (IOException e) {
      throw new TransferException("The objects cannot be written: " + e.getMessage(), e);
    } finally {
      delete(scratch);
    }
  }

  private void clean(UnloadStatement unload) throws TransferException, IOException {
    if (unload.existing() == Existing.CLEAN) {
      for (Path file : objects.beginningWith(unload.prefix())) {
        Files.delete(file);
      }
    }
  }

  private void publish(UnloadStatement unload, Path scratch) throws TransferException, IOException {
    ArrayNode entries = Json.MAPPER.createArrayNode();
    Map<String, Integer> written = new HashMap<>();
    for (Path file : files(scratch)) {
      Path below = scratch.relativize(file);
      String folder = folder(below);
      int number = written.merge(folder, 1, Integer::sum) - 1;
      String uri = unload.prefix() + folder + name(unload, number);
      Path target = objects.file(uri);
      Files.createDirectories(target.getParent());
      entries.addObject().put("url", uri).putObject("meta").put("content_length", Files.size(file));
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
    if (unload.has(Choice.MANIFEST)) {
      ObjectNode manifest = Json.MAPPER.createObjectNode();
      manifest.set("entries", entries);
      Files.write(objects.file(unload.prefix() + "manifest"), Json.bytes(manifest));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The partition folders, {@code a=1/b=2/}, or an empty text. */
  private static String folder(Path below) {
    StringBuilder folder = new StringBuilder();
    for (int part = 1; part < below.getNameCount() - 1; part++) {
      folder.append(below.getName(part)).append('/');
    }
    return folder.toString();
  }

  private static String name(UnloadStatement unload, int number) {
    String suffix = unload.format() == Format.PARQUET ? ".parquet" : unload.compression().suffix();
    if (unload.has(Choice.SERIAL)) {
      return String.format("%03d%s", number, suffix);
    }
    return String.format("%04d_part_%02d%s", number % SLICES, number / SLICES, suffix);
  }

  private static void delete(Path folder) throws TransferException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new TransferException("The folder for unloading cannot be removed", e);
    }
  }
}
