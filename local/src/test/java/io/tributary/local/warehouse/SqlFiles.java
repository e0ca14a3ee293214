package io.tributary.local.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SQL files on the class path, as the lint can read them. */
public final class SqlFiles {
  private static final String ROOT = "io/tributary";

  private SqlFiles() {}

  /** The text of each by its name below {@code io/tributary}, such as {@code run/plan.sql}. */
  public static Map<String, String> onTheClassPath() {
    Map<String, String> files = new TreeMap<>();
    try {
      for (URL root : Collections.list(SqlFiles.class.getClassLoader().getResources(ROOT))) {
        read(root.toURI(), files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return files;
  }

  private static void read(URI root, Map<String, String> files) throws IOException {
    if (root.getScheme().equals("file")) {
      read(Path.of(root), files);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
      read(jar.getPath(ROOT), files);
    }
  }

  private static void read(Path root, Map<String, String> files) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".sql")).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readString(file));
      }
    }
  }

  /**
   * A template as if it were filled in: sections such as {@code {#if ...}} go, what stands in them
   * stays, and each placeholder becomes a type where it is called so, else a name.
   */
  public static String withoutPlaceholders(String template) {
    return template
        .replaceAll("(?s)\\{!.*?!\\}", "")
        .replaceAll("\\{[#/][^}]*\\}", "")
        .replaceAll("\\{([A-Za-z]+\\.)?type\\}", "varchar")
        .replaceAll("\\{[A-Za-z][^}]*\\}", "placeholder");
  }
}
